package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.interchange.Vocabulary.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The subtasks of one task of task-master as tasks; those of subtasks follow theirs, in one list. */
final class TaskMasterTasks {
    private static final String FIELD = "subtasks";
    /** The fields that make up a task's text, in this order; the first has no heading. */
    private static final List<Map.Entry<String, String>> SECTIONS = List.of(
            Map.entry("description", "Description"),
            Map.entry("details", "Details"),
            Map.entry("testStrategy", "Test strategy"),
            Map.entry("acceptanceCriteria", "Acceptance criteria"));

    private final String ticketExternalId;
    private final String ticketId;
    private final Source ticket;
    private final Fitting fit;
    private final FileIds ids;
    private final List<Subtask> subtasks = new ArrayList<>();
    private final Map<String, String> externalIds = new LinkedHashMap<>();

    /**
     * A subtask at its place in the tree.
     *
     * @param path its id, after those of the subtasks that it is below: {@code 2} or {@code 2.1}
     * @param parent the path of the one that it is below; empty at the top
     */
    private record Subtask(String path, String parent, Source source, String externalId) {}

    TaskMasterTasks(String ticketExternalId, String ticketId, Source ticket, Fitting fit, FileIds ids) {
        this.ticketExternalId = ticketExternalId;
        this.ticketId = ticketId;
        this.ticket = ticket;
        this.fit = fit;
        this.ids = ids;
    }

    List<ImportedTask> read() {
        flatten(ticket.array(FIELD), "", ticket.place());
        if (subtasks.size() > Task.PER_TICKET_MAX) {
            ticket.report(
                    Code.NOT_CARRIED_OVER,
                    "%d of %d subtasks: a ticket has at most %d"
                            .formatted(subtasks.size() - Task.PER_TICKET_MAX, subtasks.size(), Task.PER_TICKET_MAX));
            subtasks.subList(Task.PER_TICKET_MAX, subtasks.size()).clear();
            externalIds
                    .values()
                    .retainAll(subtasks.stream().map(Subtask::externalId).collect(Collectors.toSet()));
        }
        return subtasks.stream().map(this::task).toList();
    }

    private void flatten(List<JsonNode> nodes, String parent, String parentPlace) {
        for (int i = 0; i < nodes.size(); i++) {
            ObjectNode fields = fields(nodes.get(i));
            String id = id(fields, parent, i);
            String path = parent.isEmpty() ? id : parent + "." + id;
            String place = "%s/%s/%s".formatted(parentPlace, FIELD, Text.excerpt(id));
            if (fields == null) {
                ticket.problems().report(place, Code.MALFORMED, "Left out: a subtask is an object");
                continue;
            }
            Source source = new Source(place, fields, ticket.problems());
            if (source.text("id") == null) {
                ticket.problems().report(place, Code.MALFORMED, "It has no id; its place in the list stands in");
            }
            String externalId = externalId(path, source);
            subtasks.add(new Subtask(path, parent, source, externalId));
            externalIds.putIfAbsent(path, externalId);
            flatten(source.array(FIELD), path, place);
        }
    }

    /** People write a subtask as its words alone, too. */
    private static @Nullable ObjectNode fields(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        boolean words = node.isTextual() && !Text.trimmed(node.textValue()).isEmpty();
        return words ? JsonNodeFactory.instance.objectNode().set("title", node) : null;
    }

    private ImportedTask task(Subtask subtask) {
        Source source = subtask.source();
        String title = source.title("id", subtask.path());
        List<String> labels = new ArrayList<>();
        TaskStatus status = status(source, labels);
        String key = FIELD + "/" + subtask.path();
        Fitting place = new Fitting(source.place(), fit.metadata(), fit.problems());
        TaskContent content = TaskContent.of(place.text(key + "/title", title, TaskContent.CONTENT_MAX))
                .withDescription(
                        place.optionalText(key + "/description", description(source), TaskContent.DESCRIPTION_MAX))
                .withLabels(labels);
        ImportedTask task = new ImportedTask(
                source.place(),
                subtask.externalId(),
                content,
                status,
                dependencies(subtask),
                null,
                null,
                null,
                List.of());
        source.loseRest(FIELD);
        return task;
    }

    private String externalId(String path, Source source) {
        String wanted = ticketExternalId + "." + path;
        String unique = ids.unique(wanted);
        if (!unique.equals(ForeignId.of(wanted))) {
            source.report(Code.DUPLICATE, Problems.oneLine("The id is taken by an earlier one; imported as " + unique));
        }
        return unique;
    }

    private static @Nullable String description(Source source) {
        StringBuilder sections = new StringBuilder();
        for (Map.Entry<String, String> section : SECTIONS) {
            String text = section(source, section.getKey());
            if (text != null) {
                String heading = section.getKey().equals("description") ? "" : "## " + section.getValue() + "\n\n";
                sections.append(sections.isEmpty() ? "" : "\n\n")
                        .append(heading)
                        .append(text);
            }
        }
        return sections.isEmpty() ? null : sections.toString();
    }

    /** A text, or a list of texts one below the other. */
    private static @Nullable String section(Source source, String field) {
        if (!source.rest().path(field).isArray()) {
            return source.text(field);
        }
        List<String> points = source.texts(field);
        return points.isEmpty() ? null : "- " + String.join("\n- ", points);
    }

    private static TaskStatus status(Source source, List<String> labels) {
        Standing standing = Vocabulary.status(source, Set.of());
        source.rest().remove("status");
        TicketStatus status = standing.status();
        String label = standing.label();
        if (label == null && status == TicketStatus.REVIEW) {
            label = "review";
        } else if (label == null && status == TicketStatus.BLOCKED) {
            label = "blocked";
        }
        if (label != null) {
            labels.add(Fitting.label(label));
        }
        return switch (status) {
            case OPEN, BLOCKED -> TaskStatus.PENDING;
            case IN_PROGRESS, REVIEW -> TaskStatus.IN_PROGRESS;
            case COMPLETED -> TaskStatus.COMPLETED;
            case CLOSED -> TaskStatus.CANCELLED;
        };
    }

    private List<String> dependencies(Subtask subtask) {
        Source source = subtask.source();
        Set<String> others = new LinkedHashSet<>();
        for (JsonNode dependency : source.array("dependencies")) {
            String written = Text.trimmed(dependency.asText());
            String other = resolve(subtask, written);
            if (!dependency.isValueNode() || dependency.isNull() || written.isEmpty()) {
                source.report(Code.MALFORMED, "A dependency is neither a number nor a text");
            } else if (other == null) {
                String which = withoutTicket(written).contains(".")
                        ? "is in another ticket: tasks wait for tasks of their own ticket only"
                        : "is not a subtask of this ticket";
                source.report(Code.DANGLING, "Depends on %s, which %s".formatted(Text.excerpt(written), which));
            } else if (other.equals(subtask.externalId())) {
                source.report(Code.CYCLE, "Depends on itself");
            } else {
                others.add(other);
            }
        }
        if (others.size() > TaskContent.DEPENDENCIES_MAX) {
            source.report(
                    Code.NOT_CARRIED_OVER, "Dependencies beyond the first %d".formatted(TaskContent.DEPENDENCIES_MAX));
        }
        return others.stream().limit(TaskContent.DEPENDENCIES_MAX).toList();
    }

    /** Returns the external id of a subtask's dependency: a sibling, or one by its path, with or without the ticket's id. */
    private @Nullable String resolve(Subtask subtask, String written) {
        String id = withoutTicket(written);
        String beside = subtask.parent().isEmpty() ? id : subtask.parent() + "." + id;
        for (String path : List.of(beside, id, written)) {
            String externalId = externalIds.get(path);
            if (externalId != null) {
                return externalId;
            }
        }
        return null;
    }

    /** Returns the subtask's id among its siblings, also where the file writes it with the ids above it. */
    private String id(@Nullable ObjectNode subtask, String parent, int index) {
        JsonNode raw = subtask == null ? null : subtask.get("id");
        String id = raw == null || raw.isNull() ? "" : withoutTicket(Text.trimmed(raw.asText()));
        if (!parent.isEmpty() && id.startsWith(parent + ".")) {
            id = id.substring(parent.length() + 1);
        }
        return id.isEmpty() ? String.valueOf(index + 1) : id;
    }

    /** Within ticket 3, {@code 3.2} names the same subtask as {@code 2}. */
    private String withoutTicket(String id) {
        return id.startsWith(ticketId + ".") ? id.substring(ticketId.length() + 1) : id;
    }
}
