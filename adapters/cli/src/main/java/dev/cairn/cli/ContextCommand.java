package dev.cairn.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.client.Bodies.IncludeLimitCursorQuery;
import dev.cairn.client.Bodies.ListActivityQuery;
import dev.cairn.client.Bodies.ListClaimsQuery;
import dev.cairn.client.Calls;
import dev.cairn.client.Operation;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what an agent needs to know at the start of a session, in at most 2,000 tokens whatever the project holds. */
@Command(
        name = "context",
        description = "Show what an agent needs to know at the start of a session, in at most 2,000 tokens.",
        footer = {"", "Example: cairn context --project DEMO"})
final class ContextCommand extends Subcommand implements Callable<Integer> {
    private static final int CLAIMS_SHOWN = 6;
    private static final int READY_SHOWN = 8;
    private static final int ACTIVITY_SHOWN = 5;
    private static final int TEXT_MAX_BYTES = 80;
    private static final int DESCRIPTION_MAX_BYTES = 300;
    private static final int ELLIPSIS_BYTES = 3;
    private static final List<String> COMMANDS = List.of(
            "cairn next: claim the next ready ticket, with all that is needed to start",
            "cairn claim KEY: claim a certain one",
            "cairn note [KEY] TEXT: say how far you are, which renews the lease",
            "cairn done|release [KEY] --note TEXT: end your claim; cairn fail [KEY] WHY",
            "cairn ticket show KEY; cairn search 'WORDS'; cairn ticket create TITLE --type bug");

    @Option(
            names = "--project",
            paramLabel = "KEY",
            description = "The project's key or id (default: CAIRN_PROJECT, or .cairn.toml).")
    @Nullable
    String named;

    @Override
    public Integer call() {
        CairnCommand parent = parent();
        String project = parent.project(named);
        try (Session session = parent.session()) {
            ObjectNode context = context(session.calls(), project);
            parent.print(context, () -> show(parent.out(), context));
        }
        return ExitCode.OK;
    }

    private static ObjectNode context(Calls calls, String project) {
        JsonNode found = calls.json(Operation.GET_PROJECT, null, null, project);
        JsonNode counts = calls.json(Operation.GET_PROJECT_OVERVIEW, null, null, project);
        String me =
                calls.json(Operation.GET_ME, null, null).path("user").path("id").asText();
        JsonNode mine = calls.json(
                Operation.LIST_CLAIMS_IN_PROJECT, new ListClaimsQuery().user(me).limit(CLAIMS_SHOWN), null, project);
        JsonNode ready = calls.json(
                Operation.LIST_READY_TICKETS, new IncludeLimitCursorQuery().limit(READY_SHOWN), null, project);
        JsonNode log = calls.json(
                Operation.LIST_ACTIVITY,
                new ListActivityQuery().project(project).limit(ACTIVITY_SHOWN),
                null);
        ObjectNode context = JsonNodeFactory.instance
                .objectNode()
                .put("project", found.path("key").asText())
                .put("name", cut(found.path("name"), TEXT_MAX_BYTES))
                .put("description", cut(found.path("description"), DESCRIPTION_MAX_BYTES));
        context.set("tickets", counts.path("tickets"));
        context.set("openTasks", counts.path("openTasks"));
        context.set("queued", counts.path("queueDepth"));
        copy(mine, context.putArray("yourClaims"), "ticketKey", "ticketTitle", "agent", "leaseUntil");
        context.put("moreClaims", mine.path("nextCursor").isTextual());
        copy(ready, context.putArray("ready"), "key", "priority", "type", "title");
        context.put("moreReady", ready.path("nextCursor").isTextual());
        copy(log, context.putArray("latest"), "at", "actorName", "type", "data.key");
        COMMANDS.forEach(context.putArray("commands")::add);
        return context;
    }

    private static void copy(JsonNode page, ArrayNode into, String... fields) {
        for (JsonNode item : page.path("items")) {
            ObjectNode shown = into.addObject();
            for (String field : fields) {
                JsonNode value = item.at("/" + field.replace('.', '/'));
                if (!value.isMissingNode() && !value.isNull()) {
                    shown.put(field.substring(field.lastIndexOf('.') + 1), cut(value, TEXT_MAX_BYTES));
                }
            }
        }
    }

    /** By its bytes: a letter of another script than ours is mostly a token of its own, and has three of them. */
    private static String cut(JsonNode value, int maxBytes) {
        String text = Shown.text(value).replaceAll("\\s+", " ");
        byte[] bytes = text.getBytes(UTF_8);
        return bytes.length <= maxBytes
                ? text
                : new String(bytes, 0, maxBytes - ELLIPSIS_BYTES, UTF_8).replaceAll("\ufffd+$", "") + "…";
    }

    private static void show(PrintWriter out, JsonNode context) {
        out.printf(
                "Project %s: %s%n",
                context.path("project").asText(), context.path("name").asText());
        if (!context.path("description").asText().isEmpty()) {
            out.println(context.path("description").asText());
        }
        StringBuilder counts = new StringBuilder();
        context.path("tickets")
                .properties()
                .forEach(each -> counts.append(
                        each.getValue().asLong() + " " + each.getKey().replace('_', ' ') + ", "));
        out.printf(
                "Tickets: %s%d open tasks, %d queued%n",
                counts,
                context.path("openTasks").asLong(),
                context.path("queued").asLong());
        section(out, "You hold", context.path("yourClaims"), "nothing");
        if (context.path("moreClaims").asBoolean()) {
            out.println("  … and more: cairn claim list");
        }
        section(out, "Ready, the most urgent first", context.path("ready"), "nothing");
        if (context.path("moreReady").asBoolean()) {
            out.println("  … and more: cairn ready");
        }
        section(out, "Latest", context.path("latest"), "nothing yet");
        out.println("Commands:");
        context.path("commands").forEach(each -> out.println("  " + each.asText()));
    }

    private static void section(PrintWriter out, String name, JsonNode things, String none) {
        out.println(name + ":" + (things.isEmpty() ? " " + none : ""));
        for (JsonNode thing : things) {
            StringBuilder line = new StringBuilder(" ");
            thing.properties()
                    .forEach(each -> line.append(' ').append(each.getValue().asText()));
            out.println(line);
        }
    }
}
