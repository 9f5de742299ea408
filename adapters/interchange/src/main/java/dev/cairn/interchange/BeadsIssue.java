package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.interchange.Vocabulary.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps one issue of beads to a ticket. */
final class BeadsIssue {
    /** The statuses that beads writes; others are written by hand. */
    private static final Set<String> STATUSES =
            Set.of("open", "in_progress", "blocked", "hooked", "deferred", "pinned", "closed");
    /** The types of beads' machinery, in all its versions and in tools built on it: records, not work (I7). */
    private static final Set<String> MACHINERY = Set.of(
            "agent",
            "convoy",
            "event",
            "gate",
            "mail",
            "merge-request",
            "merge-slot",
            "message",
            "mol",
            "molecule",
            "queue",
            "rig",
            "role",
            "slot",
            "wisp");
    /** Issues that beads itself throws away after a while, or only copies. */
    private static final List<String> PASSING = List.of("ephemeral", "wisp", "is_template");

    private static final String GATE = "gate";
    private static final String DEFERRED = "deferred";

    private final String externalId;
    private final Source source;
    private final Instant now;
    private final Fitting fit;
    private final List<String> labels = new ArrayList<>();

    /** @param externalId its id, which is taken from the source already */
    BeadsIssue(String externalId, Source source, Instant now) {
        this.externalId = externalId;
        this.source = source;
        this.now = now;
        this.fit = new Fitting(source.place(), source.rest(), source.problems());
    }

    ImportedTicket ticket() {
        String kind = kind();
        TicketStatus status = status(kind);
        Priority priority = priority();
        TicketType type = type(kind);
        Instant createdAt = source.time("created_at");
        Instant updatedAt = source.time("updated_at");
        Instant closedAt = status == TicketStatus.COMPLETED ? source.time("closed_at") : null;
        labels.addAll(source.texts("labels"));
        String overview = Objects.requireNonNullElse(source.text("description"), "");
        BeadsDependencies dependencies = BeadsDependencies.read(externalId, source);
        List<ImportedComment> comments = BeadsComments.read(externalId, source, fit);
        List<String> criteria = criteria();
        String title = fit.text("title", source.title("id", externalId), TicketContent.TITLE_MAX);
        String text = fit.text("overview", overview, TicketContent.OVERVIEW_MAX);
        List<String> fitting = fit.labels(labels);
        TicketContent content = TicketContent.titled(title)
                .with(issue -> issue.type(type)
                        .overview(text)
                        .priority(priority)
                        .labels(fitting)
                        .acceptanceCriteria(criteria)
                        .metadata(fit.json()));
        return ImportedTicket.of(source.place(), externalId, content, status)
                .with(ticket -> ticket.createdAt(createdAt)
                        .updatedAt(updatedAt)
                        .completedAt(closedAt)
                        .archivedAt(isWork(kind) ? null : archivedAt(createdAt, updatedAt))
                        .parent(dependencies.parent())
                        .comments(comments)
                        .links(dependencies.links()));
    }

    /** The type's word, empty where there is none. */
    private String kind() {
        String word = source.peek(typeField());
        return word == null ? "" : Vocabulary.key(word);
    }

    private String typeField() {
        return source.rest().hasNonNull("issue_type") ? "issue_type" : "type";
    }

    private TicketStatus status(String kind) {
        boolean hasStatus = source.rest().path("status").isContainerNode() || source.peek("status") != null;
        Standing standing = !hasStatus && source.hasTime("closed_at")
                ? new Standing(TicketStatus.COMPLETED, null)
                : Vocabulary.status(source, STATUSES);
        if (standing.label() != null) {
            labels.add(standing.label());
        }
        String held = standing.status() == TicketStatus.OPEN ? heldBack(kind) : null;
        if (held != null) {
            labels.add(held);
            return TicketStatus.BLOCKED;
        }
        return standing.status();
    }

    /** The label that says why beads would not offer an open issue as work, or null where it would. */
    private @Nullable String heldBack(String kind) {
        if (isHumanGate(kind)) {
            return GATE;
        }
        if (source.flag("pinned")) {
            return "pinned";
        }
        if (!source.hasTime("defer_until")) {
            return null;
        }
        JsonNode start = source.rest().path("defer_until");
        Instant time = FileTime.read(start);
        if (time == null) {
            source.report(
                    Code.UNKNOWN_VALUE,
                    "'%s' of defer_until is not a time: it stays deferred".formatted(Problems.shown(start)));
        }
        return time == null || time.isAfter(now) ? DEFERRED : null;
    }

    /** Returns whether it is a gate for a human, which is imported as work so that a person sees it. */
    private boolean isHumanGate(String kind) {
        return kind.equals(GATE)
                && Vocabulary.key(source.rest().path("await_type").asText("")).equals("human");
    }

    private boolean isWork(String kind) {
        return isHumanGate(kind)
                || (!MACHINERY.contains(kind) && PASSING.stream().noneMatch(source::flag));
    }

    /** The last time the file knows of, so that the same file always says the same. */
    private static Instant archivedAt(@Nullable Instant createdAt, @Nullable Instant updatedAt) {
        return updatedAt != null ? updatedAt : Objects.requireNonNullElse(createdAt, Instant.EPOCH);
    }

    private Priority priority() {
        JsonNode raw = source.rest().get("priority");
        String word = source.peek("priority");
        if (raw == null || (word == null && !raw.isContainerNode())) {
            source.rest().remove("priority");
            return Priority.NORMAL;
        }
        Priority known = raw.isNumber() ? priority(raw.decimalValue()) : null;
        if (known != null) {
            source.rest().remove("priority");
            return known;
        }
        if (raw.isTextual() && word != null) {
            known = word.matches("[Pp]?[0-4]")
                    ? priority(new BigDecimal(word.substring(word.length() - 1)))
                    : Vocabulary.priority(word);
        }
        if (known == null) {
            source.unknown("priority", raw);
        }
        return known == null ? Priority.NORMAL : known;
    }

    private static @Nullable Priority priority(BigDecimal number) {
        if (number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(4)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            return null;
        }
        return switch (number.intValue()) {
            case 0 -> Priority.URGENT;
            case 1 -> Priority.HIGH;
            case 2 -> Priority.NORMAL;
            default -> Priority.LOW;
        };
    }

    /** The original of a type that is none of ours is kept as {@code type}; that is no problem. */
    private TicketType type(String kind) {
        String field = typeField();
        TicketType known = switch (kind) {
            case "", "task" -> TicketType.TASK;
            case "bug" -> TicketType.BUG;
            case "feature" -> TicketType.FEATURE;
            case "epic" -> TicketType.EPIC;
            case "chore" -> TicketType.IMPROVEMENT;
            default -> null;
        };
        JsonNode raw = source.rest().get(field);
        if (raw != null && raw.isContainerNode()) {
            source.unknown(field, raw);
        } else if (raw != null) {
            source.rest().remove(field);
            if (known == null) {
                fit.keep("type", raw);
            }
        }
        return known == null ? TicketType.TASK : known;
    }

    private List<String> criteria() {
        String field = "acceptance_criteria";
        if (!source.rest().path(field).isArray()) {
            String criteria = source.text(field);
            return criteria == null
                    ? List.of()
                    : List.of(fit.text("acceptanceCriteria", criteria, TicketContent.CRITERION_MAX));
        }
        List<String> criteria = new ArrayList<>();
        JsonNode whole = source.rest().get(field);
        for (String criterion : source.texts(field)) {
            String text = fit.optionalText("acceptanceCriteria", criterion, TicketContent.CRITERION_MAX);
            if (text != null && criteria.size() < TicketContent.CRITERIA_MAX) {
                criteria.add(text);
            }
        }
        if (whole.size() > TicketContent.CRITERIA_MAX) {
            fit.keep(field, whole);
            source.report(Code.SHORTENED, "%s: cut to %d entries".formatted(field, TicketContent.CRITERIA_MAX));
        }
        return criteria;
    }
}
