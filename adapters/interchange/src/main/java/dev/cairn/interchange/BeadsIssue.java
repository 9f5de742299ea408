package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.domain.user.User;
import dev.cairn.interchange.Problems.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One issue of beads as a ticket. */
final class BeadsIssue {
    private static final String UNKNOWN_AUTHOR = "unknown";

    private final String id;
    private final Source source;
    private final Fitting fit;
    private final List<String> labels = new ArrayList<>();

    BeadsIssue(String id, Source source) {
        this.id = id;
        this.source = source;
        this.fit = new Fitting(source.place(), source.rest(), source.problems());
    }

    ImportedTicket ticket() {
        labels.addAll(source.texts("labels"));
        TicketStatus status = status();
        Priority priority = priority();
        TicketType type = type();
        Instant createdAt = source.time("created_at");
        Instant updatedAt = source.time("updated_at");
        Instant closedAt = status == TicketStatus.COMPLETED ? source.time("closed_at") : null;
        String overview = Objects.requireNonNullElse(source.text("description"), "");
        BeadsDependencies dependencies = BeadsDependencies.read(id, source);
        List<ImportedComment> comments = comments();
        List<String> criteria = criteria();
        String title = fit.text("title", title(), TicketContent.TITLE_MAX);
        String text = fit.text("overview", overview, TicketContent.OVERVIEW_MAX);
        List<String> fitting = fit.labels(labels);
        return new ImportedTicket(
                source.place(),
                id,
                null,
                type,
                title,
                text,
                status,
                priority,
                fitting,
                criteria,
                null,
                null,
                TicketContent.POSITION_LAST,
                fit.json(),
                createdAt,
                updatedAt,
                null,
                closedAt,
                null,
                dependencies.parent(),
                List.of(),
                comments,
                dependencies.links());
    }

    private String title() {
        String title = source.text("title");
        if (title != null) {
            return title;
        }
        source.problems().report(source.place(), Code.MALFORMED, "It has no title; its id stands in");
        return id;
    }

    private TicketStatus status() {
        String status = source.text("status");
        return switch (status) {
            case null -> TicketStatus.OPEN;
            case "open" -> TicketStatus.OPEN;
            case "in_progress" -> TicketStatus.IN_PROGRESS;
            case "blocked" -> TicketStatus.BLOCKED;
            case "closed" -> TicketStatus.COMPLETED;
            case "hooked" -> {
                labels.add(status);
                yield TicketStatus.IN_PROGRESS;
            }
            case "deferred" -> {
                labels.add(status);
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
            case "0" -> Priority.URGENT;
            case "1" -> Priority.HIGH;
            case "2" -> Priority.NORMAL;
            case "3", "4" -> Priority.LOW;
            default -> {
                unknown("priority", priority);
                yield Priority.NORMAL;
            }
        };
    }

    /** Other types are part of beads' own machinery (events, agents, gates): no problem, but the original is kept. */
    private TicketType type() {
        String type = source.text("issue_type");
        return switch (type) {
            case null -> TicketType.TASK;
            case "task" -> TicketType.TASK;
            case "bug" -> TicketType.BUG;
            case "feature" -> TicketType.FEATURE;
            case "epic" -> TicketType.EPIC;
            case "chore" -> TicketType.IMPROVEMENT;
            default -> {
                source.rest().put("type", type);
                yield TicketType.TASK;
            }
        };
    }

    private List<String> criteria() {
        String criteria = source.text("acceptance_criteria");
        return criteria == null
                ? List.of()
                : List.of(fit.text("acceptanceCriteria", criteria, TicketContent.CRITERION_MAX));
    }

    private List<ImportedComment> comments() {
        List<ImportedComment> comments = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : source.array("comments")) {
            if (node instanceof ObjectNode fields) {
                ImportedComment comment = comment(new Source(source.place(), fields, source.problems()));
                if (comment != null && ids.add(comment.externalId())) {
                    comments.add(comment);
                } else if (comment != null) {
                    source.problems().report(source.place(), Code.DUPLICATE, "A comment's id is taken; left out");
                }
            } else {
                source.problems().report(source.place(), Code.MALFORMED, "A comment is not an object; left out");
            }
        }
        return comments;
    }

    private @Nullable ImportedComment comment(Source comment) {
        String commentId = comment.text("id");
        String text = comment.text("text");
        if (commentId == null || text == null || !Fitting.fits(id + "#" + commentId, Alias.EXTERNAL_ID_MAX)) {
            source.problems()
                    .report(source.place(), Code.MALFORMED, "A comment has no text, or no usable id; left out");
            return null;
        }
        String author = comment.text("author");
        if (author == null) {
            source.problems().report(source.place(), Code.MALFORMED, "A comment has no author");
            author = UNKNOWN_AUTHOR;
        }
        comment.text("issue_id");
        Instant createdAt = comment.time("created_at");
        comment.loseRest("comments");
        String key = "comments/" + Text.excerpt(commentId);
        return new ImportedComment(
                id + "#" + commentId,
                fit.text(key + "/author", author, User.NAME_MAX),
                fit.text(key + "/text", text, Comment.CONTENT_MAX),
                createdAt,
                null);
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
