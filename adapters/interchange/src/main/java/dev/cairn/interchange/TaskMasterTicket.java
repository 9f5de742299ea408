package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.interchange.Problems.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps one task of task-master to a ticket. */
final class TaskMasterTicket {
    /** The statuses and priorities that task-master writes; others are written by hand. */
    private static final Set<String> STATUSES =
            Set.of("pending", "in-progress", "done", "completed", "review", "deferred", "cancelled", "blocked");

    private static final Set<String> PRIORITIES = Set.of("critical", "high", "medium", "low");

    private final String id;
    private final String externalId;
    private final Source source;
    private final List<String> labels = new ArrayList<>();

    private TaskMasterTicket(String tag, String id, String externalId, Source source) {
        this.id = id;
        this.externalId = externalId;
        this.source = source;
        labels.add("tag:" + tag);
    }

    /** @param ids of the file so far; the ticket's and its tasks' are added */
    static Optional<HeldTickets.Held> read(String tag, Source source, FileIds ids) {
        String id = source.text("id");
        if (id == null) {
            source.report(Code.MALFORMED, "Left out: it has no id");
            return Optional.empty();
        }
        String wanted = externalId(tag, id);
        if (!ids.isNewTicket(wanted)) {
            source.report(Code.DUPLICATE, "Left out: the id is taken by an earlier entry");
            return Optional.empty();
        }
        return Optional.of(new TaskMasterTicket(tag, id, ids.unique(wanted), source).ticket(ids));
    }

    /** The tag's name may have slashes, the id after the last one has none. */
    static String externalId(String tag, String id) {
        return ForeignId.of(tag + "/" + (id.contains("/") ? "id:" + ForeignId.hash(id) : id));
    }

    private HeldTickets.Held ticket(FileIds ids) {
        Fitting fit = new Fitting(source.place(), source.rest(), source.problems());
        String title = source.title("id", id);
        String overview = overview();
        TicketStatus status = Vocabulary.status(source, STATUSES, labels);
        Priority priority = priority();
        Instant createdAt = source.time("createdAt");
        Instant updatedAt = source.time("updatedAt");
        List<String> dependencies = dependencies();
        List<ImportedTask> tasks = new TaskMasterTasks(externalId, id, source, fit, ids).read();
        String fittingTitle = fit.text("title", title, TicketContent.TITLE_MAX);
        String fittingOverview = fit.text("overview", overview, TicketContent.OVERVIEW_MAX);
        List<String> fittingLabels = fit.labels(labels);
        Json metadata = fit.json();
        TicketContent content = TicketContent.titled(fittingTitle)
                .with(task -> task.overview(fittingOverview)
                        .priority(priority)
                        .labels(fittingLabels)
                        .metadata(metadata));
        ImportedTicket ticket = ImportedTicket.of(source.place(), externalId, content, status)
                .with(imported -> imported.createdAt(createdAt)
                        .updatedAt(updatedAt)
                        .completedAt(status == TicketStatus.COMPLETED ? updatedAt : null)
                        .tasks(tasks));
        return new HeldTickets.Held(
                id, dependencies, metadata.text().length() + fittingOverview.length() + characters(tasks), ticket);
    }

    private static int characters(List<ImportedTask> tasks) {
        return tasks.stream()
                .map(ImportedTask::content)
                .mapToInt(task -> task.content().length()
                        + (task.description() == null ? 0 : task.description().length()))
                .sum();
    }

    private String overview() {
        return Stream.of("description", "details")
                .map(source::text)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining("\n\n"));
    }

    private Priority priority() {
        JsonNode raw = source.rest().get("priority");
        String word = source.peek("priority");
        if (raw == null || (word == null && !raw.isContainerNode())) {
            source.rest().remove("priority");
            return Priority.NORMAL;
        }
        Priority known = raw.isTextual() && word != null ? Vocabulary.priority(word) : null;
        if (known == null) {
            source.unknown("priority", raw);
            return Priority.NORMAL;
        }
        if (PRIORITIES.contains(word)) {
            source.rest().remove("priority");
        }
        return known;
    }

    private List<String> dependencies() {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode dependency : source.array("dependencies")) {
            String other = Text.trimmed(dependency.asText());
            if (!dependency.isValueNode() || dependency.isNull() || other.isEmpty()) {
                source.report(Code.MALFORMED, "A dependency is neither a number nor a text");
            } else if (other.equals(id)) {
                source.report(Code.CYCLE, "Depends on itself");
            } else {
                ids.add(other);
            }
        }
        return List.copyOf(ids);
    }
}
