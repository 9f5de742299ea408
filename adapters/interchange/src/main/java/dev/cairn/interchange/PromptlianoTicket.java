package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.interchange.Vocabulary.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps one ticket of Promptliano with its tasks. */
final class PromptlianoTicket {
    private static final Set<String> STATUSES = Set.of("open", "in_progress", "closed");
    private static final List<String> LISTS =
            List.of("suggested_file_ids", "suggested_agent_ids", "suggested_prompt_ids", "metadata");
    private static final int MINUTES_PER_HOUR = 60;

    private final SystemTables tables;
    private final String id;
    private final Source row;
    private final PromptlianoQueues queues;
    private final String externalId;
    private final Fitting fit;
    private final List<String> labels = new ArrayList<>();

    PromptlianoTicket(SystemTables tables, String id, Source row, PromptlianoQueues queues) {
        this.tables = tables;
        this.id = id;
        this.row = row;
        this.queues = queues;
        this.externalId = SystemTables.lasting(id, row);
        this.fit = new Fitting(row.place(), row.rest(), row.problems());
    }

    String externalId() {
        return externalId;
    }

    /** Returns the ticket; null for a deleted one. */
    @Nullable
    ImportedTicket ticket() {
        if (row.hasTime("deleted_at")) {
            return null;
        }
        Instant created = row.time("created_at");
        Instant updated = row.time("updated_at");
        String title = row.title("id", row.place());
        String overview = Objects.requireNonNullElse(row.text("overview"), "");
        boolean archived = Vocabulary.key(Objects.requireNonNullElse(row.peek("status"), ""))
                .equals("archived");
        TicketStatus status = archived ? TicketStatus.COMPLETED : Vocabulary.status(row, STATUSES, labels);
        if (archived) {
            row.rest().remove("status");
        }
        Priority priority = Vocabulary.priority(row);
        labels.addAll(SystemPrompts.labels(row, "tags"));
        labels.addAll(SystemPrompts.labels(row, "labels"));
        LISTS.forEach(column -> SystemTables.json(row, column));
        String assignee = row.peek("assignee");
        row.rest().remove("project_id");
        queues.ofTicket(id, externalId, priority, row);
        List<ImportedTask> tasks = tasks(priority);
        String fittingTitle = fit.text("title", title, TicketContent.TITLE_MAX);
        String fittingOverview = fit.text("overview", overview, TicketContent.OVERVIEW_MAX);
        List<String> fittingLabels = fit.labels(labels);
        row.dropEmpty();
        TicketContent content = TicketContent.titled(fittingTitle)
                .with(ticket -> ticket.overview(fittingOverview)
                        .priority(priority)
                        .labels(fittingLabels)
                        .metadata(fit.json()));
        return ImportedTicket.of(row.place(), externalId, content, status)
                .with(ticket -> ticket.createdAt(created)
                        .updatedAt(updated)
                        .completedAt(status == TicketStatus.COMPLETED ? updated : null)
                        .archivedAt(archived ? Objects.requireNonNullElse(updated, Instant.EPOCH) : null)
                        .assignee(assignee)
                        .tasks(tasks));
    }

    /** A row of a task, with the ids that it has and that it will have. */
    private record Read(String id, String externalId, Source row) {}

    private List<ImportedTask> tasks(Priority priority) {
        Map<String, Read> rows = new LinkedHashMap<>();
        List<String> left = new ArrayList<>();
        tables.rows(
                "ticket_tasks",
                SystemTables.of("ticket_id", id),
                List.of("order_index", "id"),
                row.problems(),
                (taskId, task) -> {
                    if (rows.size() == Task.PER_TICKET_MAX) {
                        left.add(taskId);
                    } else {
                        String external = ForeignId.of(externalId + "." + SystemTables.lasting(taskId, task));
                        rows.put(taskId, new Read(taskId, external, task));
                    }
                });
        if (!left.isEmpty()) {
            row.report(
                    Code.NOT_CARRIED_OVER,
                    "%d tasks left out: a ticket has at most %d".formatted(left.size(), Task.PER_TICKET_MAX));
        }
        return rows.values().stream().map(task -> task(task, rows, priority)).toList();
    }

    private ImportedTask task(Read read, Map<String, Read> all, Priority priority) {
        Source task = read.row();
        String content =
                Objects.requireNonNullElse(task.text("content"), read.row().place());
        String description = task.text("description");
        List<String> taskLabels = new ArrayList<>(SystemPrompts.labels(task, "tags"));
        TaskStatus status = status(task, taskLabels);
        List<String> dependsOn = dependencies(read, all);
        Integer minutes = minutes(task);
        Instant created = task.time("created_at");
        Instant updated = task.time("updated_at");
        SystemTables.json(task, "suggested_file_ids");
        SystemTables.json(task, "suggested_prompt_ids");
        task.rest().remove(List.of("ticket_id", "order_index"));
        queues.ofTask(read.id(), externalId, read.externalId(), priority, task);
        Fitting own = new Fitting(task.place(), task.rest(), task.problems());
        TaskContent fitting = TaskContent.of(own.text("content", content, TaskContent.CONTENT_MAX))
                .withDescription(own.optionalText("description", description, TaskContent.DESCRIPTION_MAX))
                .withEstimatedMinutes(minutes)
                .withLabels(own.labels(taskLabels));
        task.dropEmpty();
        if (!task.rest().isEmpty()) {
            fit.keep("tasks/" + read.id(), task.rest());
        }
        return new ImportedTask(
                task.place(), read.externalId(), fitting, status, dependsOn, null, created, updated, List.of());
    }

    /** Either of the two says that it is done. */
    private static TaskStatus status(Source task, List<String> labels) {
        boolean done = SystemWords.flag(task.rest().remove("done"));
        Standing standing = Vocabulary.status(task, Set.of("pending", "in_progress", "completed", "cancelled"));
        if (standing.label() != null) {
            labels.add(Fitting.label(standing.label()));
        }
        return switch (standing.status()) {
            case COMPLETED -> TaskStatus.COMPLETED;
            case CLOSED -> TaskStatus.CANCELLED;
            case OPEN, BLOCKED -> done ? TaskStatus.COMPLETED : TaskStatus.PENDING;
            case IN_PROGRESS, REVIEW -> done ? TaskStatus.COMPLETED : TaskStatus.IN_PROGRESS;
        };
    }

    private static List<String> dependencies(Read read, Map<String, Read> all) {
        Source task = read.row();
        Set<String> others = new LinkedHashSet<>();
        JsonNode written = SystemTables.json(task, "dependencies");
        if (written == null || !written.isArray()) {
            return List.of();
        }
        for (String other : task.texts("dependencies")) {
            Read found = all.get(other);
            if (found == null) {
                task.report(
                        Code.DANGLING,
                        Problems.oneLine("Depends on %s, which is no task of this ticket".formatted(other)));
            } else if (found.id().equals(read.id())) {
                task.report(Code.CYCLE, "Depends on itself");
            } else {
                others.add(found.externalId());
            }
        }
        if (others.size() > TaskContent.DEPENDENCIES_MAX) {
            task.report(
                    Code.NOT_CARRIED_OVER, "Dependencies beyond the first %d".formatted(TaskContent.DEPENDENCIES_MAX));
        }
        return others.stream().limit(TaskContent.DEPENDENCIES_MAX).toList();
    }

    private static @Nullable Integer minutes(Source task) {
        JsonNode hours = task.rest().path("estimated_hours");
        double minutes = hours.isNumber() ? hours.doubleValue() * MINUTES_PER_HOUR : -1;
        if (!(minutes >= 0 && minutes <= TicketContent.MINUTES_MAX)) {
            return null;
        }
        task.rest().remove("estimated_hours");
        return (int) Math.round(minutes);
    }
}
