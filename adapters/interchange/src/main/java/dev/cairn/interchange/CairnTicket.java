package dev.cairn.interchange;

import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.domain.user.User;
import java.util.List;

/** Reads a ticket of Cairn's own format, within the limits of the domain or not at all. */
final class CairnTicket {
    private final String place;
    private final CairnNumbers numbers;

    private CairnTicket(String place, CairnNumbers numbers) {
        this.place = place;
        this.numbers = numbers;
    }

    /** @throws dev.cairn.domain.error.Invalid when anything about it is wrong */
    static ImportedTicket read(String place, CairnFields fields, CairnNumbers numbers) {
        ImportedTicket ticket = new CairnTicket(place, numbers).ticket(fields);
        fields.end();
        check(ticket);
        return ticket;
    }

    private ImportedTicket ticket(CairnFields fields) {
        Long position = fields.optionalLong("position");
        return new ImportedTicket(
                place,
                fields.text("externalId"),
                numbers.wanted(place, fields.optionalInteger("number")),
                fields.word("type", TicketType.class, TicketType.TASK),
                fields.text("title"),
                fields.text("overview", ""),
                fields.word("status", TicketStatus.class, TicketStatus.OPEN),
                fields.word("priority", Priority.class, Priority.NORMAL),
                fields.texts("labels"),
                fields.texts("acceptanceCriteria"),
                fields.optionalInteger("estimatedMinutes"),
                fields.time("dueAt"),
                position == null ? TicketContent.POSITION_LAST : position,
                fields.json("metadata"),
                fields.time("createdAt"),
                fields.time("updatedAt"),
                fields.time("startedAt"),
                fields.time("completedAt"),
                fields.time("archivedAt"),
                fields.optionalText("parent"),
                fields.objects("tasks", this::task),
                fields.objects("comments", CairnTicket::comment),
                fields.objects("links", this::link));
    }

    private ImportedTask task(CairnFields fields) {
        return new ImportedTask(
                place,
                fields.text("externalId"),
                fields.text("content"),
                fields.optionalText("description"),
                fields.word("status", TaskStatus.class, TaskStatus.PENDING),
                fields.texts("labels"),
                fields.optionalInteger("estimatedMinutes"),
                fields.texts("dependsOn"));
    }

    private static ImportedComment comment(CairnFields fields) {
        return new ImportedComment(
                fields.text("externalId"),
                fields.text("author"),
                fields.text("content"),
                fields.time("createdAt"),
                fields.time("editedAt"));
    }

    private ImportedLink link(CairnFields fields) {
        String other = fields.text("other");
        boolean outgoing = fields.bool("outgoing");
        return new ImportedLink(place, fields.word("kind", LinkKind.class, LinkKind.RELATES_TO), outgoing, other);
    }

    /** The records of the domain know the limits: what they refuse, the import would. */
    private static void check(ImportedTicket ticket) {
        Text.of("externalId", ticket.externalId(), 1, Alias.EXTERNAL_ID_MAX);
        Times.past("createdAt", ticket.createdAt());
        Times.past("updatedAt", ticket.updatedAt());
        Times.past("startedAt", ticket.startedAt());
        Times.past("completedAt", ticket.completedAt());
        Times.past("archivedAt", ticket.archivedAt());
        new TicketContent(
                ticket.type(),
                ticket.title(),
                ticket.overview(),
                ticket.priority(),
                null,
                null,
                ticket.labels(),
                ticket.acceptanceCriteria(),
                List.of(),
                List.of(),
                List.of(),
                ticket.estimatedMinutes(),
                ticket.dueAt(),
                ticket.position(),
                ticket.metadata());
        Limits.count("tasks", ticket.tasks(), Task.PER_TICKET_MAX);
        for (ImportedTask task : ticket.tasks()) {
            Text.of("externalId", task.externalId(), 1, Alias.EXTERNAL_ID_MAX);
            Limits.count("dependsOn", task.dependsOn(), TaskContent.DEPENDENCIES_MAX);
            new TaskContent(
                    task.content(), task.description(), task.estimatedMinutes(), null, task.labels(), List.of());
        }
        for (ImportedComment comment : ticket.comments()) {
            Text.of("externalId", comment.externalId(), 1, Alias.EXTERNAL_ID_MAX);
            Text.of("author", comment.author(), 1, User.NAME_MAX);
            Text.of("content", comment.content(), 1, Comment.CONTENT_MAX);
            Times.past("createdAt", comment.createdAt());
            Times.past("editedAt", comment.editedAt());
        }
    }
}
