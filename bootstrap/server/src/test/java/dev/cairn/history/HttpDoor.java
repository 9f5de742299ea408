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
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.server.HttpListeners;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The use cases over HTTP. */
class HttpDoor implements Door {
    static final String TOKEN = "the-token-of-this-machine";

    private final Cairn cairn;
    final Calls calls;

    HttpDoor(Cairn cairn) {
        this.cairn = cairn;
        this.calls = new Calls(cairn.get(HttpListeners.class).start(), TOKEN);
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static <T> Id<T> id(JsonNode thing) {
        return Id.parse(thing.path("id").asText());
    }

    static String list(JsonNode items, Function<JsonNode, String> each) {
        return StreamSupport.stream(items.spliterator(), false).map(each).collect(joining(", "));
    }

    private static JsonNode ids(Collection<? extends Id<?>> ids) {
        return JSON.valueToTree(ids.stream().map(Id::toString).toList());
    }

    @Override
    public Id<Project> project(String key) {
        return id(calls.send("POST", "/projects", object().put("key", key).put("name", key)));
    }

    @Override
    public Id<Queue> queue(Id<Project> project, String name, int[] limits) {
        ObjectNode fields = object().put("name", name)
                .put("maxParallel", limits[0])
                .put("leaseSeconds", World.LEASE_SECONDS)
                .put("maxAttempts", limits[1])
                .put("maxStalls", limits[2]);
        return id(calls.send("POST", "/projects/%s/queues".formatted(project), fields));
    }

    @Override
    public Made create(Id<Project> project, Priority priority, @Nullable Id<Ticket> parent, int tasks) {
        ObjectNode fields = object().put("title", "t").put("priority", Wire.of(priority));
        if (parent != null) {
            fields.put("parentId", parent.toString());
        }
        for (int i = 0; i < tasks; i++) {
            fields.withArray("/tasks").addObject().put("content", "t");
        }
        JsonNode made = calls.send("POST", "/projects/%s/tickets".formatted(project), fields);
        List<Id<Task>> ids = new ArrayList<>();
        made.path("tasks").forEach(task -> ids.add(id(task)));
        return new Made(id(made), ids);
    }

    @Override
    public Id<Task> addTask(Id<Ticket> ticket) {
        return id(calls.send("POST", "/tickets/%s/tasks".formatted(ticket), object().put("content", "t")));
    }

    @Override
    public void depend(Id<Ticket> ticket, Id<Task> task, List<Id<Task>> on) {
        calls.send("PATCH", "/tasks/" + task, object().set("dependsOn", ids(on)));
    }

    @Override
    public void link(Id<Ticket> blocker, Id<Ticket> blocked) {
        calls.send("PUT", "/tickets/%s/links/blocks/%s".formatted(blocker, blocked), null);
    }

    @Override
    public void unlink(Id<Ticket> blocker, Id<Ticket> blocked) {
        calls.send("DELETE", "/tickets/%s/links/blocks/%s".formatted(blocker, blocked), null);
    }

    @Override
    public void comment(Id<Ticket> ticket, String text) {
        calls.send("POST", "/tickets/%s/comments".formatted(ticket), object().put("content", text));
    }

    @Override
    public void parent(Id<Ticket> ticket, Id<Ticket> parent) {
        calls.send("PATCH", "/tickets/" + ticket, object().put("parentId", parent.toString()));
    }

    @Override
    public void priority(Id<Ticket> ticket, Priority priority) {
        calls.send("PATCH", "/tickets/" + ticket, object().put("priority", Wire.of(priority)));
    }

    @Override
    public void status(Id<Ticket> ticket, TicketStatus before, TicketStatus status, boolean finishTasks) {
        calls.send(
                "POST",
                "/tickets/%s/status".formatted(ticket),
                object().put("status", Wire.of(status)).put("finishTasks", finishTasks));
    }

    @Override
    public void status(Id<Ticket> ticket, Id<Task> task, TaskStatus status) {
        calls.send("POST", "/tasks/%s/status".formatted(task), object().put("status", Wire.of(status)));
    }

    @Override
    public void delete(Id<Task> task) {
        calls.send("DELETE", "/tasks/" + task, null);
    }

    /** The verb of a step: {@code ARCHIVE_PROJECT} archives. */
    private static String verb(Step.Kind step) {
        return step.name()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("_(project|queue)$", "")
                .replace('_', '-');
    }

    private void move(String path, String verb) {
        if (verb.equals("delete") || verb.equals("cancel")) {
            calls.send("DELETE", path, null);
        } else {
            calls.post(path + "/" + verb);
        }
    }

    @Override
    public void life(Step.Kind step, Id<Project> project, @Nullable Id<Ticket> ticket) {
        move(ticket == null ? "/projects/" + project : "/tickets/" + ticket, verb(step));
    }

    @Override
    public List<Id<QueueItem>> enqueue(Id<Queue> queue, Wanted wanted) {
        ObjectNode fields =
                object().put("includeTasks", wanted.includeTasks()).put("returnExisting", wanted.returnExisting());
        if (wanted.ticket() != null) {
            fields.put("ticketId", wanted.ticket().toString());
        }
        if (wanted.task() != null) {
            fields.put("taskId", wanted.task().toString());
        }
        List<Id<QueueItem>> items = new ArrayList<>();
        calls.send("POST", "/queues/%s/items".formatted(queue), fields)
                .path("items")
                .forEach(item -> items.add(id(item)));
        return items;
    }

    @Override
    public void item(Step.Kind step, Id<QueueItem> item) {
        move("/queue-items/" + item, verb(step));
    }

    @Override
    public void queue(Step.Kind step, Id<Queue> queue) {
        move("/queues/" + queue, verb(step));
    }

    @Override
    public void reorder(Id<Queue> queue, List<Id<QueueItem>> order) {
        calls.send("PUT", "/queues/%s/items/order".formatted(queue), object().set("ids", ids(order)));
    }

    @Override
    public void place(Id<QueueItem> item, Priority priority, Instant runAt) {
        calls.send(
                "PATCH",
                "/queue-items/" + item,
                object().put("priority", Wire.of(priority)).put("runAt", runAt.toString()));
    }

    @Override
    public Answer claim(Id<Project> project, Id<Queue> queue, String agent) {
        JsonNode given = calls.send("POST", "/queues/%s/claims".formatted(queue), object().put("agent", agent));
        return given.has("fencingToken")
                ? new Answer.Work(id(given), given.path("fencingToken").asLong(), id(given.path("item")))
                : new Answer.None(given.path("reason").asText());
    }

    @Override
    public @Nullable Instant hold(Step.Kind step, Id<Claim> claim, Said said) {
        ObjectNode fields = object().put("fencingToken", said.fencingToken());
        if (said.finishTasks()) {
            fields.put("finishTasks", true);
        }
        if (said.until() != null) {
            fields.put("until", said.until().toString());
        }
        String retryAt = calls.send("POST", "/claims/%s/%s".formatted(claim, verb(step)), fields)
                .path("retryAt")
                .asText("null");
        return retryAt.equals("null") || retryAt.isEmpty() ? null : Instant.parse(retryAt);
    }

    @Override
    public Map<String, String> ticket(Id<Ticket> ticket) {
        JsonNode shown = calls.get("/tickets/" + ticket);
        JsonNode comments = calls.get("/tickets/%s/comments".formatted(ticket)).path("items");
        return Map.of(
                "key", shown.path("key").asText(),
                "title", shown.path("title").asText(),
                "type", shown.path("type").asText(),
                "status", shown.path("status").asText(),
                "priority", shown.path("priority").asText(),
                "tasks", list(shown.path("tasks"), task -> task(task, "dependsOn")),
                "comments",
                        list(
                                comments,
                                comment -> comment.path("authorName").asText() + ": "
                                        + comment.path("content").asText()));
    }

    static String task(JsonNode task, String dependsOn) {
        return task.path("id").asText() + " " + task.path("status").asText() + " ["
                + list(task.path(dependsOn), JsonNode::asText) + "]";
    }

    @Override
    public Map<String, String> lists(Id<Project> project, String key) {
        JsonNode ready =
                calls.get("/projects/%s/ready?limit=100".formatted(project)).path("items");
        JsonNode all = calls.get("/projects/%s/ready?include=blocked&limit=100".formatted(project))
                .path("items");
        JsonNode tickets = calls.get("/projects/%s/tickets?sort=-updatedAt&limit=100".formatted(project))
                .path("items");
        JsonNode held =
                calls.get("/projects/%s/claims?limit=100".formatted(project)).path("items");
        JsonNode hits = calls.get("/search?q=t&limit=100&project=" + project).path("items");
        return Map.of(
                "ready",
                        list(
                                ready,
                                each -> each.path("key").asText() + " "
                                        + each.path("priority").asText()),
                "blocked",
                        StreamSupport.stream(all.spliterator(), false)
                                .filter(each -> !each.path("ready").asBoolean())
                                .map(each -> each.path("key").asText() + " waits for ["
                                        + StreamSupport.stream(
                                                        each.path("reasons").spliterator(), false)
                                                .filter(reason -> reason.hasNonNull("ticket"))
                                                .map(reason ->
                                                        reason.path("ticket").asText())
                                                .collect(joining(", "))
                                        + "]")
                                .collect(joining(", ")),
                "held",
                        list(
                                held,
                                each -> "%s %s %s %d until %s"
                                        .formatted(
                                                each.path("id").asText(),
                                                each.path("ticketKey").asText(),
                                                each.path("agent").asText(),
                                                each.path("fencingToken").asLong(),
                                                Instant.parse(
                                                        each.path("leaseUntil").asText()))),
                "all",
                        list(
                                tickets,
                                each -> "%s %s %d"
                                        .formatted(
                                                each.path("key").asText(),
                                                each.path("status").asText(),
                                                each.path("openTaskCount").asInt())),
                "found",
                        StreamSupport.stream(hits.spliterator(), false)
                                .map(hit -> hit.path("kind").asText() + " of "
                                        + hit.path("ticketKey").asText())
                                .sorted()
                                .collect(joining(", ")));
    }

    @Override
    public void sweep() {
        cairn.sweeper().sweep(cairn.owner());
    }

    @Override
    public void purge(Id<Project> project) {
        calls.send("DELETE", "/projects/%s?purge=true".formatted(project), null);
    }

    @Override
    public String export(Id<Project> project) {
        return calls.text("GET", HttpSettings.BASE + "/projects/%s/export".formatted(project), null);
    }

    @Override
    public void close() {
        calls.close();
        cairn.close();
    }
}
