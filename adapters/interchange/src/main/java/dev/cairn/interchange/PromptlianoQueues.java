package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.ImportedItem;
import dev.cairn.application.interchange.ImportedQueue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.sqlite.ForeignDatabase.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The queues of one project of Promptliano and what waits on them, which is told in two places: columns of tickets and tasks, and a table. What
 * waits or was being worked on waits again, what had failed is put aside, and what is over is told in the metadata.
 */
final class PromptlianoQueues {
    private static final String QUEUE = "queue_id";
    private static final Set<String> LIVE = Set.of("queued", "in-progress", "ready", "pending");
    private static final Set<String> FAILED = Set.of("failed", "timeout");
    private static final int ERROR_MAX = 1_000;

    private final SystemTables tables;
    private final Consumer<Imported> sink;
    private final Problems problems;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Map<String, ImportedItem> items = new LinkedHashMap<>();

    /** A ticket on a queue, or one of its tasks. */
    private record Subject(
            String place, String ticket, @Nullable String task, Priority priority) {
        String key() {
            return task == null ? ticket : task;
        }
    }

    PromptlianoQueues(SystemTables tables, Consumer<Imported> sink, Problems problems) {
        this.tables = tables;
        this.sink = sink;
        this.problems = problems;
    }

    void readQueues(Where where) {
        tables.rows("queues", where, List.of("id"), problems, this::queue);
    }

    private void queue(String id, Source row) {
        Fitting fit = new Fitting(row.place(), row.rest(), problems);
        String name = Objects.requireNonNullElse(row.text("name"), "Queue " + id);
        String unique = SystemWords.unique(fit.text("name", name, QueueContent.NAME_MAX), taken);
        String description = fit.optionalText("description", row.text("description"), QueueContent.DESCRIPTION_MAX);
        JsonNode parallel = row.rest().remove("max_parallel_items");
        int most = parallel != null && parallel.canConvertToInt() ? parallel.intValue() : 1;
        JsonNode active = row.rest().remove("is_active");
        String status = row.text("status");
        row.rest().remove("project_id");
        row.dropEmpty();
        row.loseRest("queues");
        names.put(id, unique);
        sink.accept(new ImportedQueue(
                QueueContent.named(unique)
                        .withDescription(description)
                        .withMaxParallel(Math.clamp(most, 1, QueueContent.PARALLEL_MAX)),
                (active == null || SystemWords.flag(active)) && (status == null || status.equals("active"))));
    }

    /** Takes the columns of a ticket that say whether it waits. */
    void ofTicket(String id, String externalId, Priority priority, Source row) {
        Subject subject = new Subject(row.place(), externalId, null, priority);
        subjects.put("ticket/" + id, subject);
        block(subject, row);
    }

    void ofTask(String id, String ticket, String externalId, Priority priority, Source row) {
        Subject subject = new Subject(row.place(), ticket, externalId, priority);
        subjects.put("task/" + id, subject);
        block(subject, row);
    }

    /** Whatever of it is not carried stays in the row. */
    private void block(Subject subject, Source row) {
        String queue = row.peek(QUEUE);
        String status = Vocabulary.key(Objects.requireNonNullElse(row.peek("queue_status"), ""));
        if (queue == null || !(LIVE.contains(status) || FAILED.contains(status))) {
            return;
        }
        if (!names.containsKey(queue)) {
            problems.report(row.place(), Code.DANGLING, Problems.oneLine("Its queue %s is not there".formatted(queue)));
            return;
        }
        row.rest().remove(List.of(QUEUE, "queue_status"));
        JsonNode position = row.rest().path("queue_position");
        long place = position.isIntegralNumber() ? position.longValue() : -1;
        if (place >= 0) {
            row.rest().remove("queue_position");
        }
        Instant queued = row.time("queued_at");
        Instant ended = row.time("queue_completed_at");
        String error = row.text("queue_error_message");
        add(subject, queue, FAILED.contains(status), place, new Told(queued, ended, error));
    }

    private record Told(
            @Nullable Instant queued,
            @Nullable Instant ended,
            @Nullable String error) {}

    private void add(Subject subject, String queue, boolean failed, long position, Told told) {
        boolean placed = position >= 0 && position < TicketContent.POSITION_LAST;
        items.put(
                subject.key(),
                new ImportedItem(
                        subject.place(),
                        Objects.requireNonNull(names.get(queue)),
                        subject.ticket(),
                        subject.task(),
                        null,
                        failed,
                        new QueueItem.Place(
                                subject.priority(), placed ? position : TicketContent.POSITION_LAST, false, placed),
                        told.queued(),
                        null,
                        told.ended(),
                        QueueItem.Tries.NONE,
                        told.error() == null ? null : Fitting.shortened(told.error(), ERROR_MAX),
                        null));
    }

    /** Delivers what waits, tickets before their tasks. */
    void deliver() {
        names.keySet()
                .forEach(queue -> tables.rows(
                        "queue_items",
                        SystemTables.of(QUEUE, queue),
                        List.of("id"),
                        problems,
                        (_, row) -> item(queue, row)));
        List<ImportedItem> all = new ArrayList<>(items.values());
        all.stream().filter(item -> item.task() == null).forEach(sink);
        for (ImportedItem item : all) {
            ImportedItem above = item.task() == null ? null : items.get(item.ticket());
            boolean together = above != null && above.queue().equals(item.queue()) && !above.failed() && !item.failed();
            if (item.task() != null) {
                // Grouped with its ticket's, since a claim of the ticket takes its tasks (Q10).
                sink.accept(together ? item.withGroup(item.ticket()) : item);
            }
        }
    }

    private void item(String queue, Source row) {
        String type = row.text("item_type");
        String other = row.text("item_id");
        String ticket = row.text("ticket_id");
        String task = row.text("task_id");
        String key = ticket != null
                ? "ticket/" + ticket
                : task != null ? "task/" + task : Vocabulary.key(String.valueOf(type)) + "/" + other;
        String status = Vocabulary.key(Objects.requireNonNullElse(row.text("status"), "queued"));
        row.rest().remove(QUEUE);
        Subject subject = subjects.get(key);
        if (!LIVE.contains(status) && !FAILED.contains(status)) {
            problems.lose("queue_items of work that is over");
        } else if (subject == null) {
            row.report(
                    Code.DANGLING,
                    Problems.oneLine("On the queue is %s, which is no ticket or task of the project".formatted(key)));
        } else if (counts(queue, FAILED.contains(status), items.get(subject.key()), row)) {
            JsonNode position = row.rest().remove("position");
            add(
                    subject,
                    queue,
                    FAILED.contains(status),
                    position != null && position.isIntegralNumber() ? position.longValue() : -1,
                    new Told(row.time("created_at"), row.time("completed_at"), row.text("error_message")));
        }
        row.dropEmpty();
        row.loseRest("queue_items");
    }

    /** Decides whether a row tells more than what was told before: what waits counts before what had failed. */
    private boolean counts(String queue, boolean failed, @Nullable ImportedItem before, Source row) {
        if (before == null) {
            return true;
        }
        boolean wins = before.failed() && !failed;
        String name = Objects.requireNonNull(names.get(queue));
        if (before.failed() != failed || !before.queue().equals(name)) {
            problems.report(
                    row.place(),
                    Code.DUPLICATE,
                    Problems.oneLine("Elsewhere it %s on the queue %s: this one, which %s on %s, %s"
                            .formatted(
                                    before.failed() ? "failed" : "waits",
                                    before.queue(),
                                    failed ? "failed" : "waits",
                                    name,
                                    wins ? "counts" : "was left out")));
        }
        return wins;
    }
}
