package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.client.Bodies.IncludeLimitCursorQuery;
import dev.cairn.client.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what can be worked on next. */
@Command(
        name = "ready",
        description = "Show the tickets of a project that are ready, in the order in which they are handed out.",
        footer = {"", "Example: cairn ready --project DEMO --blocked"})
final class ReadyCommand extends Subcommand implements Callable<Integer> {
    @Option(
            names = "--project",
            paramLabel = "KEY",
            description = "The project's key or id (default: CAIRN_PROJECT, or .cairn.toml).")
    @Nullable
    String named;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "1 to 200 (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    int limit;

    @Option(names = "--blocked", description = "Also the unfinished tickets that are not ready, with the reasons.")
    boolean blocked;

    @Override
    public Integer call() {
        CairnCommand parent = parent();
        String project = parent.project(named);
        try (Session session = parent.session()) {
            IncludeLimitCursorQuery query = new IncludeLimitCursorQuery().limit(limit);
            JsonNode page = session.calls()
                    .json(Operation.LIST_READY_TICKETS, blocked ? query.include("blocked") : query, null, project);
            parent.print(page, () -> show(parent, page));
        }
        return ExitCode.OK;
    }

    private static void show(CairnCommand parent, JsonNode page) {
        if (page.path("items").isEmpty()) {
            parent.out().println("Nothing is ready.");
        }
        for (JsonNode ticket : page.path("items")) {
            List<String> reasons = new ArrayList<>();
            ticket.path("reasons").forEach(reason -> reasons.add(words(ticket, reason)));
            parent.out()
                    .printf(
                            "%-12s %-7s %s%s%n",
                            ticket.path("key").asText(),
                            ticket.path("priority").asText(),
                            ticket.path("title").asText(),
                            reasons.isEmpty() ? "" : "  (" + String.join(", ", reasons) + ")");
        }
        if (!page.path("nextCursor").isNull()) {
            parent.out().println("… and more; --limit shows up to 200");
        }
    }

    /** Says a reason in words; one that is not known here by its code, with blanks in it. */
    private static String words(JsonNode ticket, JsonNode reason) {
        String code = reason.path("code").asText();
        String other = reason.path("ticket").asText("");
        return switch (code) {
            case "status" -> "its status is " + spaced(ticket.path("status").asText());
            case "claimed" -> "somebody works on it";
            case "blocked_by" -> "waits for " + other;
            default -> spaced(code) + (other.isEmpty() ? "" : " " + other);
        };
    }

    private static String spaced(String code) {
        return code.replace('_', ' ');
    }
}
