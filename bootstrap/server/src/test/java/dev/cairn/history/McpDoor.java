package dev.cairn.history;

import static dev.cairn.history.Calls.JSON;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.Cairn;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The tools of agents; what there is no tool for, a person does over HTTP meanwhile. */
final class McpDoor extends HttpDoor {
    McpDoor(Cairn cairn) {
        super(cairn);
    }

    private static ObjectNode of(String name, Object value) {
        return JSON.createObjectNode().put(name, value.toString());
    }

    private JsonNode save(ObjectNode arguments) {
        return calls.tool("save_ticket", arguments).path("ticket");
    }

    private JsonNode saveTask(Id<Ticket> ticket, ObjectNode task) {
        ObjectNode arguments = of("ticket", ticket);
        arguments.putArray("tasks").add(task);
        return calls.tool("save_tasks", arguments).path("ticket");
    }

    @Override
    public Made create(Id<Project> project, Priority priority, @Nullable Id<Ticket> parent, int tasks) {
        ObjectNode arguments = of("project", project).put("title", "t").put("priority", Wire.of(priority));
        if (parent != null) {
            arguments.put("parent", parent.toString());
        }
        for (int i = 0; i < tasks; i++) {
            arguments.withArray("/tasks").add("t");
        }
        JsonNode made = save(arguments);
        List<Id<Task>> ids = new ArrayList<>();
        made.path("tasks").forEach(task -> ids.add(id(task)));
        return new Made(id(calls.get("/tickets/" + made.path("key").asText())), ids);
    }

    @Override
    public Id<Task> addTask(Id<Ticket> ticket) {
        JsonNode tasks = saveTask(ticket, of("content", "t")).path("tasks");
        return id(tasks.path(tasks.size() - 1));
    }

    @Override
    public void depend(Id<Ticket> ticket, Id<Task> task, List<Id<Task>> on) {
        ObjectNode step = of("task", task);
        step.set("depends_on", JSON.valueToTree(on.stream().map(Id::toString).toList()));
        saveTask(ticket, step);
    }

    @Override
    public void link(Id<Ticket> blocker, Id<Ticket> blocked) {
        ObjectNode arguments = of("ticket", blocked);
        arguments.putArray("blocked_by").add(blocker.toString());
        save(arguments);
    }

    @Override
    public void comment(Id<Ticket> ticket, String text) {
        save(of("ticket", ticket).put("comment", text));
    }

    @Override
    public void parent(Id<Ticket> ticket, Id<Ticket> parent) {
        save(of("ticket", ticket).put("parent", parent.toString()));
    }

    @Override
    public void priority(Id<Ticket> ticket, Priority priority) {
        save(of("ticket", ticket).put("priority", Wire.of(priority)));
    }

    /** To save the status that a ticket has changes nothing, as with all that is saved; to move it there is refused. */
    @Override
    public void status(Id<Ticket> ticket, TicketStatus before, TicketStatus status, boolean finishTasks) {
        if (before == status) {
            super.status(ticket, before, status, finishTasks);
        } else {
            save(of("ticket", ticket).put("status", Wire.of(status)).put("finish_tasks", finishTasks));
        }
    }

    @Override
    public void status(Id<Ticket> ticket, Id<Task> task, TaskStatus status) {
        saveTask(ticket, of("task", task).put("status", Wire.of(status)));
    }

    @Override
    public Answer claim(Id<Project> project, Id<Queue> queue, String agent) {
        JsonNode given = calls.tool("claim_next", of("queue", queue).put("agent", agent));
        if (!given.path("claimed").asBoolean()) {
            return new Answer.None(given.path("reason").asText());
        }
        String claim = given.path("claim_id").asText();
        JsonNode item = calls.get("/claims/" + claim).path("item");
        return new Answer.Work(Id.parse(claim), given.path("fencing_token").asLong(), id(item));
    }

    @Override
    public @Nullable Instant hold(Step.Kind step, Id<Claim> claim, Said said) {
        ObjectNode arguments = of("claim", claim).put("fencing_token", said.fencingToken());
        if (step == Step.Kind.HEARTBEAT) {
            calls.tool("update_claim", arguments);
            return null;
        }
        arguments.put("outcome", step.name().toLowerCase(Locale.ROOT));
        if (said.finishTasks()) {
            arguments.put("finish_tasks", true);
        }
        if (said.until() != null) {
            arguments.put("until", said.until().toString());
        }
        JsonNode finished = calls.tool("finish_claim", arguments);
        return finished.has("retry_at")
                ? Instant.parse(finished.path("retry_at").asText())
                : null;
    }

    @Override
    public Map<String, String> ticket(Id<Ticket> ticket) {
        JsonNode shown =
                calls.tool("get", of("id", ticket).put("detail", "full")).path("ticket");
        return Map.of(
                "key", shown.path("key").asText(),
                "title", shown.path("title").asText(),
                "type", shown.path("type").asText(),
                "status", shown.path("status").asText(),
                "priority", shown.path("priority").asText(),
                "tasks", list(shown.path("tasks"), task -> task(task, "depends_on")),
                "comments",
                        list(
                                shown.path("comments"),
                                comment -> comment.path("author").asText() + ": "
                                        + comment.path("text").asText()));
    }

    private JsonNode listed(Id<Project> project, String show, String part) {
        return calls.tool("list_work", of("project", project).put("show", show).put("limit", 100))
                .path(part);
    }

    @Override
    public Map<String, String> lists(Id<Project> project, String key) {
        JsonNode hits = calls.tool(
                        "search", of("project", project).put("query", "t").put("limit", 100))
                .path("hits");
        return Map.of(
                "ready",
                        list(
                                listed(project, "ready", "items"),
                                each -> each.path("key").asText() + " "
                                        + each.path("priority").asText()),
                "blocked",
                        list(
                                listed(project, "blocked", "items"),
                                each -> each.path("key").asText() + " waits for ["
                                        + list(each.path("waits_for"), JsonNode::asText) + "]"),
                "held",
                        list(
                                listed(project, "held", "held"),
                                each -> "%s %s %s %d until %s"
                                        .formatted(
                                                each.path("claim_id").asText(),
                                                each.path("ticket").asText(),
                                                each.path("agent").asText(),
                                                each.path("fencing_token").asLong(),
                                                Instant.parse(
                                                        each.path("lease_until").asText()))),
                "all",
                        list(
                                listed(project, "all", "items"),
                                each -> "%s %s %d"
                                        .formatted(
                                                each.path("key").asText(),
                                                each.path("status").asText(),
                                                each.path("open_tasks").asInt())),
                "found",
                        StreamSupport.stream(hits.spliterator(), false)
                                .map(hit -> hit.path("kind").asText() + " of "
                                        + hit.path("ticket").asText())
                                .sorted()
                                .collect(joining(", ")));
    }
}
