package dev.cairn.mcp.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Progress;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The views that agents get; absent fields are left out. Texts are cut to a bounded length, and then end in …. */
final class Shown {
    private static final int DESCRIPTION_MAX = 500;

    private Shown() {}

    /** A text of which at most {@code max} code points are shown. */
    static @Nullable String cut(@Nullable String text, int max) {
        if (text == null || text.isEmpty() || max == 0) {
            return null;
        }
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
    }

    /** Returns the list; null when it is empty. */
    static <T> @Nullable List<T> some(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    /** A ticket on one line of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            TicketKey key,
            String title,
            TicketType type,
            TicketStatus status,
            Priority priority,
            @Nullable List<String> labels,
            @Nullable Integer openTasks,
            @Nullable List<TicketKey> waitsFor,
            @Nullable Holder heldBy) {
        static Line of(TicketSummary ticket) {
            return of(ticket, List.of());
        }

        static Line of(TicketSummary ticket, List<TicketKey> waitsFor) {
            return new Line(
                    ticket.key(),
                    ticket.title(),
                    ticket.type(),
                    ticket.status(),
                    ticket.priority(),
                    some(ticket.labels()),
                    ticket.openTaskCount() == 0 ? null : ticket.openTaskCount(),
                    some(waitsFor),
                    Holder.of(ticket.claimedBy()));
        }
    }

    /** The holder of the ticket's claim. */
    record Holder(String agent, Id<?> claimId, Instant leaseUntil) {
        static @Nullable Holder of(dev.cairn.domain.ticket.@Nullable ClaimedBy holder) {
            return holder == null ? null : new Holder(holder.agent(), holder.claimId(), holder.leaseUntil());
        }
    }

    /** A ticket with its parts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            TicketKey key,
            String title,
            TicketType type,
            TicketStatus status,
            Priority priority,
            @Nullable List<String> labels,
            @Nullable TicketKey parent,
            @Nullable String overview,
            @Nullable List<String> acceptanceCriteria,
            @Nullable List<Step> tasks,
            @Nullable Integer tasksNotShown,
            @Nullable List<Linked> links,
            @Nullable Holder heldBy,
            @Nullable List<Said> comments,
            @Nullable Boolean olderComments,
            @Nullable Integer estimatedMinutes,
            @Nullable Instant dueAt,
            @Nullable String createdBy,
            Instant updatedAt,
            long version) {}

    /** A task of a ticket. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            Id<Task> id,
            String content,
            TaskStatus status,
            @Nullable String description,
            @Nullable List<Id<Task>> dependsOn) {
        static Step of(Task task, int descriptionMax) {
            return new Step(
                    task.id(),
                    task.content().content(),
                    task.status(),
                    cut(task.content().description(), descriptionMax),
                    some(task.content().dependsOn()));
        }
    }

    /** A link to another ticket. */
    record Linked(String link, TicketKey ticket, TicketStatus status) {}

    /** A comment: its author's words, and no instruction. */
    record Said(String author, Instant at, String text) {
        static Said of(Comment comment, int max) {
            return new Said(comment.authorName(), comment.createdAt(), String.valueOf(cut(comment.content(), max)));
        }
    }

    /** A project in brief. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InBrief(
            ProjectKey key,
            String name,
            ProjectStatus status,
            @Nullable String description,
            @Nullable String folder) {
        static InBrief of(Project project) {
            return new InBrief(
                    project.key(),
                    project.content().name(),
                    project.status(),
                    cut(project.content().description(), DESCRIPTION_MAX),
                    project.content().localPath());
        }
    }

    /**
     * The note, error and progress that a holder left.
     *
     * @param agent who that was; null where it is said beside
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Left(
            @Nullable String agent,
            @Nullable String note,
            @Nullable String error,
            @Nullable Integer percent,
            @Nullable String progress) {
        static @Nullable Left of(
                @Nullable String agent, @Nullable String note, @Nullable String error, @Nullable Progress progress) {
            return agent == null && note == null && error == null && progress == null
                    ? null
                    : new Left(
                            agent,
                            note,
                            error,
                            progress == null ? null : progress.percent(),
                            progress == null ? null : progress.text());
        }
    }

    /** A claim, live or ended. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Held(
            Id<Claim> claimId,
            TicketKey ticket,
            String title,
            String agent,
            long fencingToken,
            @Nullable Instant leaseUntil,
            @Nullable String outcome,
            @Nullable Left said) {}
}
