package dev.cairn.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cairn.cli.ServerLauncher.Address;
import dev.cairn.client.Answers.BrowserSessionCode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets a browser in: by a link that works once, so that it does no harm in a history or a list of processes. */
@Command(
        name = "open",
        description =
                "Print a link that lets a browser in, once and for ten minutes, and open it where there is a desktop.",
        footer = {"", "Example: cairn open --no-browser"})
final class OpenCommand extends Subcommand implements Callable<Integer> {
    @Option(
            names = "--browser",
            negatable = true,
            description = "Open it, or only print it (default: open it from a terminal on a desktop).")
    @Nullable
    Boolean browser;

    @Override
    public Integer call() {
        CairnCommand parent = parent();
        requireServer(parent);
        try (Session session = parent.session()) {
            BrowserSessionCode made = session.api().createBrowserLink();
            String link = session.calls().server() + "/#token=" + made.code();
            boolean opened = wanted(parent) && opens(parent, link);
            parent.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("link", link)
                            .put("expiresAt", made.expiresAt().toString())
                            .put("opened", opened),
                    () -> parent.out().println(link));
        }
        return ExitCode.OK;
    }

    /** Checks that a server runs: one of the command's own would be gone before the browser came. */
    private static void requireServer(CairnCommand parent) {
        Optional<Address> running = parent.servers().find(parent.dataDirectory());
        if (parent.remote().isEmpty() && running.isEmpty()) {
            throw new CommandFailed(
                    CommandCode.SERVER_UNREACHABLE,
                    "No server runs on %s".formatted(parent.dataDirectory()),
                    "Start it: cairn serve");
        }
    }

    private boolean wanted(CairnCommand parent) {
        return browser == null ? !parent.json && ProgressBar.onTerminal() && isDesktop(parent.servers()) : browser;
    }

    private static boolean isDesktop(ServerLauncher servers) {
        return !system().contains("linux")
                || servers.setting("DISPLAY").isPresent()
                || servers.setting("WAYLAND_DISPLAY").isPresent();
    }

    /** Opens the link in a browser, where a program for that is found; otherwise the printed link is left. */
    private static boolean opens(CairnCommand parent, String link) {
        List<String> command = new ArrayList<>(
                system().contains("mac")
                        ? List.of("open")
                        : system().contains("windows")
                                ? List.of("rundll32", "url.dll,FileProtocolHandler")
                                : List.of("xdg-open"));
        command.add(link);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            parent.err().println("cairn: no browser can be opened here: open the link yourself");
            parent.err().flush();
            return false;
        }
    }

    private static String system() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }
}
