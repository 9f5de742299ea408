package dev.cairn.cli;

import dev.cairn.cli.ServerLauncher.AgentStart;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Speaks MCP on the standard streams: an agent's client starts it. */
@Command(
        name = "mcp",
        description = "Speak MCP on standard input and output, for an agent's client to start (cairn setup).",
        footer = {"", "Example: cairn mcp --toolsets context,claims"})
final class McpCommand extends Subcommand implements Callable<Integer> {
    @Option(
            names = "--toolsets",
            paramLabel = "SETS",
            split = ",",
            description = "Offer only these: context, tickets, claims, talk, files (default: all).")
    List<String> toolsets = new ArrayList<>();

    @Option(
            names = "--tools",
            paramLabel = "TOOLS",
            split = ",",
            description = "Offer only these, or these besides --toolsets.")
    List<String> tools = new ArrayList<>();

    @Option(names = "--read-only", description = "Offer only tools that change nothing.")
    boolean readOnly;

    @Override
    public Integer call() throws IOException {
        CairnCommand parent = parent();
        AgentStart start = new AgentStart(
                parent.dataDirectory(),
                parent.remote().orElse(null),
                parent.defaultProject(null).orElse(null),
                toolsets,
                tools,
                readOnly);
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err); // Only the protocol may write to the standard output.
        parent.servers().speakToAgent(start, in, out);
        return ExitCode.OK;
    }
}
