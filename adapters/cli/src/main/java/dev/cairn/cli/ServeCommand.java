package dev.cairn.cli;

import dev.cairn.cli.ServerLauncher.Running;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs the server until it is told to stop. */
@Command(
        name = "serve",
        description = "Start the server on 127.0.0.1 and ::1, and stop it with Ctrl-C.",
        footer = {"", "Example: cairn serve --port 5000 --data-dir /tmp/cairn-demo"})
final class ServeCommand implements Callable<Integer> {
    private static final int PORT_DEFAULT = 4747;

    @ParentCommand
    @Nullable
    CairnCommand cairn;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "0 for any free one (default: CAIRN_PORT, or 4747).",
            defaultValue = "${env:CAIRN_PORT:-" + PORT_DEFAULT + "}")
    int port;

    @Override
    public Integer call() throws InterruptedException {
        CairnCommand parent = Objects.requireNonNull(cairn);
        if (port < 0 || port > 65_535) {
            throw new CommandFailed(ExitCode.USAGE, "--port must be 0 to 65535");
        }
        Path data = parent.dataDirectory();
        Running server = parent.servers().start(data, port, true);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "cairn-shutdown"));
        server.warning().ifPresent(warning -> warn(parent, warning));
        if (!parent.quiet) {
            greet(parent, server, data);
        }
        stopped.await();
        return ExitCode.OK;
    }

    private static void warn(CairnCommand parent, String warning) {
        parent.err().println("cairn: " + warning);
        parent.err().flush();
    }

    /** The link is said once, at the start that makes its token; later ones name the file. */
    private static void greet(CairnCommand parent, Running server, Path data) {
        URI url = server.address().url();
        Path token = parent.servers().tokenFile(data);
        String link = server.tokenIsNew()
                ? "Link for a browser, said only now: %s/#token=%s%n"
                        .formatted(url, server.address().token())
                : "";
        String auth = "-H \"Authorization: Bearer $(cat %s)\"".formatted(quoted(token));
        String json = "-H 'Content-Type: application/json'";
        parent.out()
                .printf(
                        """
                Cairn %s is listening on %s
                Data: %s
                Token: %s
                %s
                Try, in another terminal:
                  curl -X POST %s/api/v1/projects %s %s -d '{"key":"DEMO","name":"My first project"}'
                  curl -X POST %s/api/v1/projects/DEMO/tickets %s %s -d '{"title":"Say hello"}'
                  curl %s/api/v1/projects/DEMO/ready %s
                or import what you have: curl -X POST '%s/api/v1/imports?project=DEMO&format=taskmaster' %s %s --data-binary @tasks.json

                Ctrl-C stops it.
                """,
                        CairnCommand.version(),
                        url,
                        data,
                        token,
                        link,
                        url,
                        auth,
                        json,
                        url,
                        auth,
                        json,
                        url,
                        auth,
                        url,
                        auth,
                        json);
        parent.out().flush();
    }

    /** As one word of a shell's command, whatever is in it. */
    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
