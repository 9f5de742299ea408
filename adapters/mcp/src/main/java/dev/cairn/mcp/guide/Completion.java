package dev.cairn.mcp.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.queue.QueueService;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.mcp.protocol.RpcError;
import dev.cairn.mcp.tool.Asked;
import dev.cairn.mcp.work.Projects;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Completes the arguments of prompts and of resources' addresses while a person types (M5). */
public record Completion(Projects projects, TicketService tickets, QueueService queues) {
    private static final int VALUES_MAX = 100;
    private static final Sort NEWEST = Sort.by(Sort.desc("updatedAt"));

    ObjectNode complete(Asked asked, ObjectNode params) {
        JsonNode argument = params.path("argument");
        if (!argument.path("name").isTextual() || !argument.path("value").isTextual()) {
            throw new RpcError(RpcError.PARAMS, "params.argument has a name and a value, as strings");
        }
        String begun = argument.path("value").textValue();
        List<String> values = values(asked, thing(params, argument.path("name").textValue()), begun, params)
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(begun.toLowerCase(Locale.ROOT)))
                .limit(VALUES_MAX + 1L)
                .toList();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ObjectNode completion = result.putObject("completion");
        ArrayNode shown = completion.putArray("values");
        values.stream().limit(VALUES_MAX).forEach(shown::add);
        completion.put("hasMore", values.size() > VALUES_MAX);
        return result;
    }

    /** Returns the kind of thing that an argument names; for a resource, its address tells. */
    private static String thing(ObjectNode params, String name) {
        JsonNode reference = params.path("ref");
        return switch (reference.path("type").asText()) {
            case "ref/prompt" -> name;
            case "ref/resource" ->
                switch (reference.path("uri").asText()) {
                    case "cairn://projects/{key}" -> "project";
                    case "cairn://tickets/{key}" -> "ticket";
                    case "cairn://guide/{topic}" -> "topic";
                    default -> "";
                };
            default -> throw new RpcError(RpcError.PARAMS, "params.ref.type is ref/prompt or ref/resource");
        };
    }

    private Stream<String> values(Asked asked, String thing, String begun, ObjectNode params) {
        return switch (thing) {
            case "project" -> keys(asked);
            case "ticket" -> tickets(asked, begun);
            case "topic" -> Stream.of("planning", "problems", "working");
            case "queue" ->
                queues(
                        asked,
                        params.path("context").path("arguments").path("project").asText(""));
            default -> Stream.empty();
        };
    }

    private Stream<String> keys(Asked asked) {
        return projects.all(asked.caller()).stream()
                .map(project -> project.key().toString());
    }

    /** Completes a ticket's key: before the dash the project's key, after it a ticket of that project. */
    private Stream<String> tickets(Asked asked, String begun) {
        int dash = begun.indexOf('-');
        if (dash < 0) {
            return keys(asked).map(key -> key + "-");
        }
        PageRequest newest = new PageRequest(PageRequest.LIMIT_MAX, null, NEWEST, false);
        return orNothing(() ->
                tickets
                        .list(asked.caller(), ProjectRef.parse(begun.substring(0, dash)), TicketFilter.ANY, newest)
                        .items()
                        .stream()
                        .map(ticket -> ticket.key().toString()));
    }

    private Stream<String> queues(Asked asked, String project) {
        PageRequest byName = new PageRequest(VALUES_MAX, null, Sort.by(Sort.asc("name")), false);
        return orNothing(() -> queues.list(asked.caller(), ProjectRef.parse(project), byName).items().stream()
                .map(queue -> queue.content().name()));
    }

    /** Runs a search; an incomplete name that finds nothing gives no values instead of an error. */
    private static Stream<String> orNothing(java.util.function.Supplier<Stream<String>> search) {
        try {
            return search.get();
        } catch (DomainError e) {
            return Stream.empty();
        }
    }
}
