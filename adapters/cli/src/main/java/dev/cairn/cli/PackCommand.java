package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.client.Answers.PackFormat;
import dev.cairn.client.Bodies.PackRequest;
import dev.cairn.client.Operation;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints a pack to hand to a model; its cuts and omissions go to the standard error. */
@Command(
        name = "pack",
        description = "Print tickets, prompts, conversations and files as one text within a budget of tokens.",
        footer = {"", "Example: cairn pack --ticket DEMO-1 --budget-tokens 8000 > context.md"})
final class PackCommand extends Subcommand implements Callable<Integer> {
    @Option(
            names = "--project",
            paramLabel = "KEY",
            description = "The project's key or id (default: CAIRN_PROJECT, or .cairn.toml).")
    @Nullable
    String named;

    @Option(
            names = "--ticket",
            paramLabel = "KEY",
            description = "A ticket, with the files that matter to it; repeatable.")
    List<String> tickets = List.of();

    @Option(
            names = "--file",
            paramLabel = "PATH",
            description = "A file by its path or id, repeatable (default: those that you selected).")
    List<String> files = List.of();

    @Option(names = "--prompt", paramLabel = "ID", description = "A prompt; repeatable.")
    List<String> prompts = List.of();

    @Option(names = "--conversation", paramLabel = "ID", description = "A conversation; repeatable.")
    List<String> conversations = List.of();

    @Option(
            names = "--relevant-files",
            paramLabel = "N",
            description = "How many of the files that matter to the tickets come along, 0 to 100 (default: 10).")
    @Nullable
    Long relevantFiles;

    @Option(
            names = "--budget-tokens",
            paramLabel = "N",
            description = "How many tokens the text has at most (default: 32000).")
    @Nullable
    Long budgetTokens;

    @Option(names = "--format", paramLabel = "FORMAT", description = "markdown (the default) or json.")
    @Nullable
    String format;

    @Override
    public Integer call() {
        CairnCommand parent = parent();
        PackRequest request = new PackRequest()
                .tickets(tickets)
                .prompts(prompts)
                .conversations(conversations)
                .relevantFiles(relevantFiles)
                .budgetTokens(budgetTokens);
        if (!files.isEmpty()) {
            request.files(files);
        }
        if (format != null) {
            request.set("format", Inputs.value("--format", PackFormat.class, List.of(format)));
        }
        String project = parent.project(named);
        try (Session session = parent.session()) {
            JsonNode pack = session.calls().json(Operation.MAKE_PACK, null, request, project);
            parent.print(pack, () -> show(parent, pack));
        }
        return ExitCode.OK;
    }

    private static void show(CairnCommand parent, JsonNode pack) {
        PrintWriter out =
                ProgressBar.onTerminal() ? parent.out() : parent.commandLine().getOut();
        out.print(pack.path("text").asText());
        out.flush();
        for (JsonNode part : pack.path("parts")) {
            if (part.path("lines").asInt() < part.path("linesInAll").asInt()) {
                parent.err()
                        .printf(
                                "Cut: %s, %d of %d lines%n",
                                Shown.text(part.path("name")),
                                part.path("lines").asInt(),
                                part.path("linesInAll").asInt());
            }
        }
        for (JsonNode part : pack.path("leftOut")) {
            String tokens = part.path("tokens").isNull()
                    ? ""
                    : ", %d tokens".formatted(part.path("tokens").asInt());
            parent.err()
                    .printf(
                            "Left out: %s (%s%s)%n",
                            Shown.text(part.path("name")), part.path("reason").asText(), tokens);
        }
    }
}
