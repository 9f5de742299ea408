package dev.cairn.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.cli.ServerLauncher.Running;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the server until it is told to stop. */
@Command(
        name = "serve",
        description = "Start the server on 127.0.0.1 and ::1, and stop it with Ctrl-C.",
        footer = {"", "Example: cairn serve --port 5000 --data-dir /tmp/cairn-demo"})
final class ServeCommand extends Subcommand implements Callable<Integer> {
    private static final int PORT_DEFAULT = 4747;
    private static final int PORT_MAX = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "0 for any free one (default: CAIRN_PORT, or " + PORT_DEFAULT + ").")
    @Nullable
    String port;

    @Override
    public Integer call() throws InterruptedException {
        CairnCommand parent = parent();
        int chosen = port(parent);
        Path data = parent.dataDirectory();
        Running server = parent.servers().start(data, chosen, true);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "cairn-shutdown"));
        server.warning().ifPresent(warning -> warn(parent, warning));
        parent.print(facts(parent, server, data), () -> greet(parent, server, data));
        stopped.await();
        return ExitCode.OK;
    }

    private static void warn(CairnCommand parent, String warning) {
        parent.err().println("cairn: " + warning);
        parent.err().flush();
    }

    private int port(CairnCommand parent) {
        return port == null
                ? parent.servers()
                        .setting("CAIRN_PORT")
                        .map(text -> number("CAIRN_PORT", text))
                        .orElse(PORT_DEFAULT)
                : number("--port", port);
    }

    static int number(String name, String text) {
        boolean digits = text.matches("[0-9]{1,5}");
        if (!digits || Integer.parseInt(text) > PORT_MAX) {
            throw CommandFailed.usage("%s must be 0 to %d, not \"%s\"".formatted(name, PORT_MAX, text));
        }
        return Integer.parseInt(text);
    }

    /** Returns the data that a program needs which starts the server; it reads the token from its file. */
    private static ObjectNode facts(CairnCommand parent, Running server, Path data) {
        ObjectNode facts = JsonNodeFactory.instance
                .objectNode()
                .put("url", server.address().url().toString())
                .put("dataDirectory", data.toString())
                .put("database", parent.servers().target(data).name())
                .put("tokenFile", parent.servers().tokenFile(data).toString())
                .put("logFile", server.logFile().toString())
                .put("accounts", server.accounts())
                .put("pid", ProcessHandle.current().pid())
                .put("version", CairnCommand.version());
        server.hosts().forEach(facts.putArray("hosts")::add);
        return facts;
    }

    private static void greet(CairnCommand parent, Running server, Path data) {
        String url = server.address().url().toString();
        Path token = parent.servers().tokenFile(data);
        String auth = "-H \"Authorization: Bearer $(cat %s)\"".formatted(quoted(token));
        String json = "-H 'Content-Type: application/json'";
        parent.out()
                .printf(
                        """
                Cairn %s is listening on %s
                Data: %s
                Token: %s
                Log: %s
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
                        place(parent, data),
                        token,
                        server.logFile(),
                        circumstances(server),
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
    }

    /** Names the folder, and the database apart where it is not in it. */
    private static String place(CairnCommand parent, Path data) {
        String database = parent.servers().target(data).name();
        return database.startsWith(data.toString()) ? data.toString() : "%s, and %s".formatted(data, database);
    }

    /** Says the link to a person: later starts print it on a terminal only, not into a file. */
    private static String circumstances(Running server) {
        StringBuilder lines = new StringBuilder();
        if (server.tokenIsNew() || ProgressBar.onTerminal()) {
            lines.append("Link for a browser, for you only: %s/#token=%s%n"
                    .formatted(server.address().url(), server.address().token()));
        }
        if (server.accounts()) {
            lines.append("Accounts are on: the first to register shows the token above and becomes the owner"
                    + " (POST /api/v1/auth/register).%n".formatted());
        }
        if (!server.hosts().isEmpty()) {
            lines.append("Answers also as: %s%n".formatted(String.join(", ", server.hosts())));
        } else if (server.isReachable()) {
            lines.append(
                    "Other machines reach it, but it answers to this machine's own names only: list theirs for it in"
                            + " CAIRN_HOSTS=cairn.example.com,192.0.2.7%n".formatted());
        }
        return lines.toString();
    }

    /** Writes a path as one word of a shell's command, whatever is in it. */
    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
