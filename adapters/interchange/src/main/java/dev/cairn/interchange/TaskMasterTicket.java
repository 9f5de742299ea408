package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.interchange.Problems.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One task of task-master as a ticket. */
final class TaskMasterTicket {
    private final String id;
    private final Source source;
    private final List<String> labels = new ArrayList<>();

    private TaskMasterTicket(String tag, String id, Source source) {
        this.id = id;
        this.source = source;
        labels.add("tag:" + tag);
    }

    /** @param externalIds of the file so far; the ticket's and its tasks' are added */
    static Optional<HeldTickets.Held> read(String tag, Source source, Set<String> externalIds) {
        String id = source.text("id");
        if (id == null) {
            source.problems().report(source.place(), Code.MALFORMED, "Left out: it has no id");
            return Optional.empty();
        }
        String externalId = tag + "/" + id;
        if (!Fitting.fits(externalId, Alias.EXTERNAL_ID_MAX)) {
            source.problems().report(source.place(), Code.MALFORMED, "Left out: its id is too long");
            return Optional.empty();
        }
        if (!externalIds.add(externalId)) {
            source.problems().report(source.place(), Code.DUPLICATE, "Left out: the id is taken by an earlier entry");
            return Optional.empty();
        }
        return Optional.of(new TaskMasterTicket(tag, id, source).ticket(externalId, externalIds));
    }

    private HeldTickets.Held ticket(String externalId, Set<String> externalIds) {
        Fitting fit = new Fitting(source.place(), source.rest(), source.problems());
        String title = title();
        String overview = overview();
        TicketStatus status = status();
        Priority priority = priority();
        Instant updatedAt = source.time("updatedAt");
        List<String> dependencies = dependencies();
        List<ImportedTask> tasks = new TaskMasterTasks(externalId, id, source, fit, externalIds).read();
        String fittingTitle = fit.text("title", title, TicketContent.TITLE_MAX);
        String fittingOverview = fit.text("overview", overview, TicketContent.OVERVIEW_MAX);
        List<String> fittingLabels = fit.labels(labels);
        Json metadata = fit.json();
        return new HeldTickets.Held(
                source.place(),
                id,
                dependencies,
                links -> new ImportedTicket(
                        source.place(),
                        externalId,
                        null,
                        TicketType.TASK,
                        fittingTitle,
                        fittingOverview,
                        status,
                        priority,
                        fittingLabels,
                        List.of(),
                        null,
                        null,
                        TicketContent.POSITION_LAST,
                        metadata,
                        null,
                        updatedAt,
                        null,
                        status == TicketStatus.COMPLETED ? updatedAt : null,
                        null,
                        null,
                        tasks,
                        List.of(),
                        links));
    }

    private String title() {
        String title = source.text("title");
        if (title != null) {
            return title;
        }
        source.problems().report(source.place(), Code.MALFORMED, "It has no title; its id stands in");
        return id;
    }

    private String overview() {
        return Stream.of("description", "details")
                .map(source::text)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining("\n\n"));
    }

    private TicketStatus status() {
        String status = source.text("status");
        return switch (status) {
            case null -> TicketStatus.OPEN;
            case "pending" -> TicketStatus.OPEN;
            case "in-progress" -> TicketStatus.IN_PROGRESS;
            case "done" -> TicketStatus.COMPLETED;
            case "review" -> TicketStatus.REVIEW;
            case "cancelled" -> TicketStatus.CLOSED;
            case "blocked" -> TicketStatus.BLOCKED;
            case "deferred" -> {
                labels.add("deferred");
                yield TicketStatus.OPEN;
            }
            default -> {
                unknown("status", status);
                yield TicketStatus.OPEN;
            }
        };
    }

    private Priority priority() {
        String priority = source.text("priority");
        return switch (priority) {
            case null -> Priority.NORMAL;
            case "high" -> Priority.HIGH;
            case "medium" -> Priority.NORMAL;
            case "low" -> Priority.LOW;
            default -> {
                unknown("priority", priority);
                yield Priority.NORMAL;
            }
        };
    }

    private List<String> dependencies() {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode dependency : source.array("dependencies")) {
            String other = dependency.asText().strip();
            if (!dependency.isValueNode() || dependency.isNull() || other.isEmpty()) {
                source.problems().report(source.place(), Code.MALFORMED, "A dependency is neither a number nor a text");
            } else if (other.equals(id)) {
                source.problems().report(source.place(), Code.CYCLE, "Depends on itself");
            } else {
                ids.add(other);
            }
        }
        return List.copyOf(ids);
    }

    private void unknown(String field, String value) {
        source.rest().put(field, value);
        source.problems()
                .report(
                        source.place(),
                        Code.UNKNOWN_VALUE,
                        "%s '%s' is not known".formatted(field, Text.excerpt(value)));
    }
}
