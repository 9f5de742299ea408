package dev.cairn.application.ticket;

import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.activity.Facts;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;

/** The fields of tickets and tasks that the log shows; a new field does not compile before it is one of them. */
final class TicketFacts {
    private TicketFacts() {}

    static Difference between(Ticket before, Ticket after) {
        return Difference.between(of(before), of(after));
    }

    /** As {@link #between}, after a move, which leaves the content as it was. */
    static Difference moved(Ticket before, Ticket after) {
        return Difference.between(moves(new Facts(), before), moves(new Facts(), after));
    }

    static Difference between(Task before, Task after) {
        return Difference.between(of(before), of(after));
    }

    private static Facts of(Ticket ticket) {
        return moves(of(ticket.content()), ticket)
                .with("archivedAt", ticket.lifecycle().archivedAt());
    }

    private static Facts moves(Facts facts, Ticket ticket) {
        return facts.with("status", ticket.status())
                .with("startedAt", ticket.startedAt())
                .with("completedAt", ticket.completedAt());
    }

    private static Facts of(TicketContent content) {
        return switch (content) {
            case TicketContent(
                    var type,
                    var title,
                    var overview,
                    var priority,
                    var assignee,
                    var parent,
                    var labels,
                    var criteria,
                    var files,
                    var agents,
                    var prompts,
                    var minutes,
                    var dueAt,
                    var position,
                    var metadata) ->
                new Facts()
                        .with("type", type)
                        .with("title", title)
                        .with("overview", overview)
                        .with("priority", priority)
                        .with("assigneeId", assignee)
                        .with("parentId", parent)
                        .with("labels", labels)
                        .with("acceptanceCriteria", criteria)
                        .with("suggestedFileIds", files)
                        .with("suggestedAgentIds", agents)
                        .with("suggestedPromptIds", prompts)
                        .with("estimatedMinutes", minutes)
                        .with("dueAt", dueAt)
                        .with("position", position)
                        .with("metadata", metadata);
        };
    }

    private static Facts of(Task task) {
        return of(task.content()).with("status", task.status()).with("orderIndex", task.orderIndex());
    }

    private static Facts of(TaskContent content) {
        return switch (content) {
            case TaskContent(var text, var description, var minutes, var assignee, var labels, var dependsOn) ->
                new Facts()
                        .with("content", text)
                        .with("description", description)
                        .with("estimatedMinutes", minutes)
                        .with("assigneeId", assignee)
                        .with("labels", labels)
                        .with("dependsOn", dependsOn);
        };
    }
}
