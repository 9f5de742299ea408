package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.interchange.ProjectWizSystem.ProjectWizPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An issue of an older Project Wiz as a ticket. */
final class ProjectWizIssue {
    private static final Set<String> STATUSES = Set.of("todo", "in_progress", "done", "cancelled");
    private static final int MINUTES_PER_HOUR = 60;

    private final SystemTables tables;
    private final Map<String, ProjectWizPerson> users;
    private final String id;
    private final Source row;
    private final Fitting fit;

    ProjectWizIssue(SystemTables tables, Map<String, ProjectWizPerson> users, String id, Source row) {
        this.tables = tables;
        this.users = users;
        this.id = id;
        this.row = row;
        this.fit = new Fitting(row.place(), row.rest(), row.problems());
    }

    ImportedTicket ticket() {
        String externalId = ForeignId.of(id);
        String title = Objects.requireNonNullElse(row.text("title"), row.place());
        String description = Objects.requireNonNullElse(row.text("description"), "");
        List<String> labels = new ArrayList<>(SystemPrompts.labels(row, "labels"));
        TicketStatus status = Vocabulary.status(row, STATUSES, labels);
        Priority priority = Vocabulary.priority(row);
        TicketType type = Vocabulary.type(row);
        Instant created = row.time("created_at");
        Instant updated = row.time("updated_at");
        Instant started = row.time("started_at");
        Instant completed = status == TicketStatus.COMPLETED ? row.time("completed_at") : null;
        Instant due = row.time(row.hasTime("due_date") ? "due_date" : "due_at");
        ProjectWizPerson assignee = users.get(Objects.requireNonNullElse(row.peek("assignee_id"), ""));
        ProjectWizPerson creator = users.get(Objects.requireNonNullElse(row.peek("created_by"), ""));
        if (creator != null) {
            row.rest().put("created_by", creator.name());
        }
        row.rest().remove("project_id");
        Integer minutes = minutes();
        List<ImportedComment> comments = comments(externalId);
        String fittingTitle = fit.text("title", title, TicketContent.TITLE_MAX);
        String overview = fit.text("description", description, TicketContent.OVERVIEW_MAX);
        List<String> fittingLabels = fit.labels(labels);
        row.dropEmpty();
        TicketContent content = TicketContent.titled(fittingTitle)
                .with(issue -> issue.type(type)
                        .overview(overview)
                        .priority(priority)
                        .labels(fittingLabels)
                        .estimatedMinutes(minutes)
                        .dueAt(due)
                        .metadata(fit.json()));
        return ImportedTicket.of(row.place(), externalId, content, status)
                .with(issue -> issue.createdAt(created)
                        .updatedAt(updated)
                        .startedAt(started)
                        .completedAt(completed)
                        .assignee(assignee == null ? null : assignee.name())
                        .comments(comments));
    }

    private @Nullable Integer minutes() {
        JsonNode hours = row.rest().path("estimated_hours");
        double minutes = hours.isNumber() ? hours.doubleValue() * MINUTES_PER_HOUR : -1;
        if (!(minutes >= 0 && minutes <= TicketContent.MINUTES_MAX)) {
            return null;
        }
        row.rest().remove("estimated_hours");
        return (int) Math.round(minutes);
    }

    private List<ImportedComment> comments(String ticket) {
        List<ImportedComment> comments = new ArrayList<>();
        tables.rows(
                "issue_comments",
                SystemTables.of("issue_id", id),
                List.of("created_at", "id"),
                row.problems(),
                (commentId, said) -> {
                    String text = said.text("content");
                    String author = said.text(said.rest().has("author_id") ? "author_id" : "author");
                    Instant created = said.time("created_at");
                    if (text == null || said.hasTime("deleted_at")) {
                        said.report(Code.NOT_CARRIED_OVER, "Left out: it was deleted, or is empty");
                        return;
                    }
                    ProjectWizPerson person = author == null ? null : users.get(author);
                    said.rest().remove("issue_id");
                    said.dropEmpty();
                    said.loseRest("issue_comments");
                    String key = "comments/" + commentId;
                    comments.add(new ImportedComment(
                            ForeignId.of(ticket + "#" + commentId),
                            person == null ? "unknown" : person.name(),
                            fit.text(key + "/text", text, Comment.CONTENT_MAX),
                            created,
                            null,
                            List.of()));
                });
        return comments;
    }
}
