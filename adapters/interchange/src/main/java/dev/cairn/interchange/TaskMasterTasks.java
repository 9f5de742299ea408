package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.interchange.Problems.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subtasks of one task of task-master as tasks. */
final class TaskMasterTasks {
    /** In this order below each other; the first has no heading. */
    private static final List<Map.Entry<String, String>> SECTIONS = List.of(
            Map.entry("description", "Description"),
            Map.entry("details", "Details"),
            Map.entry("testStrategy", "Test strategy"),
            Map.entry("acceptanceCriteria", "Acceptance criteria"));

    private final String ticketExternalId;
    private final String ticketId;
    private final Source ticket;
    private final Fitting fit;
    private final Set<String> externalIds;
    private final Set<String> siblings = new HashSet<>();

    TaskMasterTasks(String ticketExternalId, String ticketId, Source ticket, Fitting fit, Set<String> externalIds) {
        this.ticketExternalId = ticketExternalId;
        this.ticketId = ticketId;
        this.ticket = ticket;
        this.fit = fit;
        this.externalIds = externalIds;
    }

    List<ImportedTask> read() {
        List<JsonNode> subtasks = ticket.array("subtasks");
        if (subtasks.size() > Task.PER_TICKET_MAX) {
            ticket.problems()
                    .report(
                            ticket.place(),
                            Code.NOT_CARRIED_OVER,
                            "%d of %d subtasks: a ticket has at most %d"
                                    .formatted(
                                            subtasks.size() - Task.PER_TICKET_MAX,
                                            subtasks.size(),
                                            Task.PER_TICKET_MAX));
            subtasks = subtasks.subList(0, Task.PER_TICKET_MAX);
        }
        for (int i = 0; i < subtasks.size(); i++) {
            siblings.add(id(subtasks.get(i), i));
        }
        List<ImportedTask> tasks = new ArrayList<>();
        for (int i = 0; i < subtasks.size(); i++) {
            String id = id(subtasks.get(i), i);
            String place = ticket.place() + "/subtasks/" + Text.excerpt(id);
            if (subtasks.get(i) instanceof ObjectNode subtask) {
                tasks.add(task(id, new Source(place, subtask, ticket.problems())));
            } else {
                ticket.problems().report(place, Code.MALFORMED, "Left out: a subtask is an object");
            }
        }
        return tasks;
    }

    private ImportedTask task(String id, Source source) {
        if (source.text("id") == null) {
            source.problems().report(source.place(), Code.MALFORMED, "It has no id; its place in the list stands in");
        }
        String title = source.text("title");
        if (title == null) {
            source.problems().report(source.place(), Code.MALFORMED, "It has no title; its id stands in");
            title = id;
        }
        List<String> labels = new ArrayList<>();
        TaskStatus status = status(source, labels);
        String key = "subtasks/" + Text.excerpt(id);
        Fitting place = new Fitting(source.place(), fit.metadata(), fit.problems());
        ImportedTask task = new ImportedTask(
                source.place(),
                externalId(id, source),
                place.text(key + "/title", title, TaskContent.CONTENT_MAX),
                place.optionalText(key + "/description", description(source), TaskContent.DESCRIPTION_MAX),
                status,
                labels,
                null,
                dependencies(id, source));
        source.loseRest("subtasks");
        return task;
    }

    /** A repeated id gets a suffix by its order, so that no work is lost and the next import finds the same one. */
    private String externalId(String id, Source source) {
        String wanted = ticketExternalId + "." + id;
        if (!Fitting.fits(wanted, Alias.EXTERNAL_ID_MAX - "#9999".length())) {
            wanted = ticketExternalId.substring(0, Math.min(ticketExternalId.length(), Alias.EXTERNAL_ID_MAX / 2)) + "."
                    + Integer.toHexString(wanted.hashCode());
        }
        String unique = wanted;
        for (int n = 2; !externalIds.add(unique); n++) {
            unique = wanted + "#" + n;
        }
        if (!unique.equals(wanted)) {
            source.problems()
                    .report(source.place(), Code.DUPLICATE, "The id is taken by an earlier one; imported as " + unique);
        }
        return unique;
    }

    private static @Nullable String description(Source source) {
        StringBuilder sections = new StringBuilder();
        for (Map.Entry<String, String> section : SECTIONS) {
            String text = source.text(section.getKey());
            if (text != null) {
                String heading = section.getKey().equals("description") ? "" : "## " + section.getValue() + "\n\n";
                sections.append(sections.isEmpty() ? "" : "\n\n")
                        .append(heading)
                        .append(text);
            }
        }
        return sections.isEmpty() ? null : sections.toString();
    }

    private static TaskStatus status(Source source, List<String> labels) {
        String status = source.text("status");
        return switch (status) {
            case null -> TaskStatus.PENDING;
            case "pending" -> TaskStatus.PENDING;
            case "in-progress" -> TaskStatus.IN_PROGRESS;
            case "done" -> TaskStatus.COMPLETED;
            case "cancelled" -> TaskStatus.CANCELLED;
            case "review" -> {
                labels.add(status);
                yield TaskStatus.IN_PROGRESS;
            }
            case "deferred", "blocked" -> {
                labels.add(status);
                yield TaskStatus.PENDING;
            }
            default -> {
                source.problems()
                        .report(
                                source.place(),
                                Code.UNKNOWN_VALUE,
                                "status '%s' is not known".formatted(Text.excerpt(status)));
                yield TaskStatus.PENDING;
            }
        };
    }

    private List<String> dependencies(String id, Source source) {
        Set<String> others = new LinkedHashSet<>();
        for (JsonNode dependency : source.array("dependencies")) {
            String other = withoutTicket(dependency.asText().strip());
            if (!dependency.isValueNode() || dependency.isNull() || other.isEmpty()) {
                source.problems().report(source.place(), Code.MALFORMED, "A dependency is neither a number nor a text");
            } else if (other.equals(id)) {
                source.problems().report(source.place(), Code.CYCLE, "Depends on itself");
            } else if (siblings.contains(other)) {
                others.add(ticketExternalId + "." + other);
            } else {
                String which = other.contains(".") ? "is in another ticket" : "is not a subtask of this ticket";
                source.problems()
                        .report(
                                source.place(),
                                Code.DANGLING,
                                "Depends on %s, which %s".formatted(Text.excerpt(other), which));
            }
        }
        if (others.size() > TaskContent.DEPENDENCIES_MAX) {
            source.problems()
                    .report(
                            source.place(),
                            Code.NOT_CARRIED_OVER,
                            "Dependencies beyond the first %d".formatted(TaskContent.DEPENDENCIES_MAX));
        }
        return others.stream().limit(TaskContent.DEPENDENCIES_MAX).toList();
    }

    private String id(JsonNode subtask, int index) {
        String id = withoutTicket(subtask.path("id").asText("").strip());
        return id.isEmpty() ? String.valueOf(index + 1) : id;
    }

    /** Within ticket 3, {@code 3.2} names the same subtask as {@code 2}. */
    private String withoutTicket(String id) {
        return id.startsWith(ticketId + ".") ? id.substring(ticketId.length() + 1) : id;
    }
}
