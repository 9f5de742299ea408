package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.domain.user.User;
import dev.cairn.interchange.BacklogFile.Shelf;
import dev.cairn.interchange.Problems.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps one task of Backlog.md to a ticket. */
final class BacklogTask {
    private static final Set<String> STATUSES = Set.of("To Do", "In Progress", "Done");
    private static final String DRAFT = "draft";
    /** The prefix of ids is a setting, and older files have the one before: the numbers alone tell tasks apart. */
    private static final Pattern ID = Pattern.compile("(?i)([a-z][a-z0-9_-]*?)-(\\d++(?:\\.\\d++)*+)");

    private final Source source;
    private final BacklogBody body;
    private final Shelf shelf;
    private final FileIds ids;
    private final Fitting fit;
    private final List<String> labels = new ArrayList<>();

    /** @param ids of the archive so far; the task's is added */
    BacklogTask(BacklogFile file, Shelf shelf, FileIds ids) {
        this.source = file.fields();
        this.shelf = shelf;
        this.ids = ids;
        this.fit = new Fitting(source.place(), source.rest(), source.problems());
        this.body = BacklogBody.of(file.body());
    }

    ImportedTicket ticket() {
        String written = source.text("id");
        if (written == null) {
            source.report(Code.MALFORMED, "It has no id; its name stands in");
            written = source.place();
        }
        String id = id(written);
        String externalId = ids.unique(id);
        if (!externalId.equals(id)) {
            source.report(
                    Code.DUPLICATE, Problems.oneLine("The id is taken by an earlier one; imported as " + externalId));
        }
        if (!written.equals(externalId)) {
            fit.keep("id", TextNode.valueOf(written));
        }
        TicketStatus status = status();
        Instant createdAt = source.time("created_date");
        Instant updatedAt = source.time("updated_date");
        Instant dueAt = source.time("due_date");
        Priority priority = Vocabulary.priority(source);
        TicketType type = Vocabulary.type(source);
        String parent = parent(externalId);
        Set<ImportedLink> links = links(externalId);
        String milestone = source.text("milestone");
        labels.addAll(source.texts("labels"));
        if (milestone != null) {
            labels.add("milestone:" + milestone);
        }
        long position = position();
        String title =
                fit.text("title", Objects.requireNonNullElse(source.text("title"), written), TicketContent.TITLE_MAX);
        String overview = fit.text("body", body.overview(), TicketContent.OVERVIEW_MAX);
        List<String> criteria = criteria();
        List<String> fittingLabels = fit.labels(labels);
        var comments = body.comments(externalId, createdAt, fit);
        source.rest()
                .properties()
                .removeIf(field -> field.getValue().isNull()
                        || (field.getValue().isContainerNode()
                                && field.getValue().isEmpty()));
        TicketContent content = TicketContent.titled(title)
                .with(task -> task.type(type)
                        .overview(overview)
                        .priority(priority)
                        .labels(fittingLabels)
                        .acceptanceCriteria(criteria)
                        .dueAt(dueAt)
                        .position(position)
                        .metadata(fit.json()));
        return ImportedTicket.of(source.place(), externalId, content, status)
                .with(ticket -> ticket.number(number(externalId))
                        .createdAt(createdAt)
                        .updatedAt(updatedAt)
                        .completedAt(status == TicketStatus.COMPLETED ? updatedAt : null)
                        .archivedAt(shelf.archived() ? archivedAt(createdAt, updatedAt) : null)
                        .parent(parent)
                        .assignee(assignee())
                        .comments(comments)
                        .links(List.copyOf(links)));
    }

    /**
     * Returns the id without its prefix and leading zeros: {@code BACK-12.03} and {@code task-12.3} are one, a draft is
     * another.
     */
    static String id(String written) {
        Matcher known = ID.matcher(written.strip());
        if (!known.matches()) {
            return ForeignId.of(written.strip().toLowerCase(Locale.ROOT));
        }
        String number = known.group(2).replaceAll("(?<![0-9])0+(?=[0-9])", "");
        return ForeignId.of(known.group(1).equalsIgnoreCase(DRAFT) ? DRAFT + "-" + number : number);
    }

    /** Returns the ticket number: that of the task, unless the task is a subtask or a draft. */
    private static @Nullable Integer number(String externalId) {
        return externalId.matches("[1-9][0-9]{0,7}") ? Integer.valueOf(externalId) : null;
    }

    /**
     * Returns the status; the folder overrides the written one: a draft is blocked, a task put away as completed is completed.
     */
    private TicketStatus status() {
        TicketStatus written = Vocabulary.status(source, STATUSES, labels);
        if (shelf.draft()) {
            labels.add(DRAFT);
        }
        return switch (shelf) {
            case COMPLETED -> written.finished() ? written : TicketStatus.COMPLETED;
            case DRAFTS, ARCHIVED_DRAFTS -> written.finished() ? written : TicketStatus.BLOCKED;
            case TASKS, ARCHIVED_TASKS -> written;
        };
    }

    private static Instant archivedAt(@Nullable Instant createdAt, @Nullable Instant updatedAt) {
        return updatedAt != null ? updatedAt : Objects.requireNonNullElse(createdAt, Instant.EPOCH);
    }

    private @Nullable String parent(String own) {
        String written = source.text("parent_task_id");
        String parent = written == null ? null : id(written);
        return own.equals(parent) ? null : parent;
    }

    private Set<ImportedLink> links(String own) {
        Set<ImportedLink> links = new LinkedHashSet<>();
        for (String written : source.texts("dependencies")) {
            if (id(written).equals(own)) {
                source.report(Code.CYCLE, "Depends on itself");
            } else if (!written.isBlank()) {
                links.add(new ImportedLink(source.place(), LinkKind.BLOCKS, false, id(written)));
            }
        }
        return links;
    }

    /** Returns the first assignee; all names stay in the metadata. */
    private @Nullable String assignee() {
        JsonNode named = source.rest().path("assignee");
        String first = named.isArray() ? named.path(0).asText("") : named.asText("");
        String name = first.startsWith("@") ? first.substring(1) : first;
        return name.isBlank() ? null : Fitting.shortened(name.strip(), User.NAME_MAX);
    }

    private long position() {
        JsonNode ordinal = source.rest().path("ordinal");
        boolean fits = ordinal.isIntegralNumber()
                && ordinal.canConvertToLong()
                && ordinal.longValue() >= 0
                && ordinal.longValue() < TicketContent.POSITION_LAST;
        if (!fits) {
            return TicketContent.POSITION_LAST;
        }
        source.rest().remove("ordinal");
        return ordinal.longValue();
    }

    private List<String> criteria() {
        List<String> all = body.criteria();
        List<String> criteria = new ArrayList<>();
        for (String criterion : all.subList(0, Math.min(all.size(), TicketContent.CRITERIA_MAX))) {
            criteria.add(fit.text("acceptanceCriteria", criterion, TicketContent.CRITERION_MAX));
        }
        if (criteria.size() < all.size()) {
            source.report(
                    Code.SHORTENED,
                    "acceptance criteria: cut to %d; all are in the overview".formatted(criteria.size()));
        }
        return criteria;
    }
}
