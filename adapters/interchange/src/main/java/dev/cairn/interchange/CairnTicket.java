package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.application.interchange.TicketExtras;
import dev.cairn.application.interchange.TicketExtras.ChildExtras;
import dev.cairn.application.interchange.TicketExtras.ForeignId;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.SeenTree;
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
import dev.cairn.json.JsonTrees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a ticket of Cairn's own format, within the limits of the domain or not at all. */
final class CairnTicket {
    private static final int SOURCE_MAX = Alias.SOURCE_MAX + 20;

    private final String place;
    private final CairnNumbers numbers;
    private final Map<String, ChildExtras> children = new HashMap<>();

    private CairnTicket(String place, CairnNumbers numbers) {
        this.place = place;
        this.numbers = numbers;
    }

    /** A ticket with what no other format says. */
    record Read(ImportedTicket ticket, TicketExtras extras) {}

    /** @throws dev.cairn.domain.error.Invalid when anything about it is wrong */
    static Read read(String place, CairnFields fields, CairnNumbers numbers) {
        CairnTicket reader = new CairnTicket(place, numbers);
        String assignee = name(fields);
        List<ForeignId> aliases = aliases(fields);
        ImportedTicket ticket = reader.ticket(fields);
        fields.end();
        check(ticket);
        return new Read(ticket, new TicketExtras(assignee, aliases, reader.children));
    }

    private static @Nullable String name(CairnFields fields) {
        return Text.optional("assignee", fields.optionalText("assignee"), User.NAME_MAX);
    }

    private static List<ForeignId> aliases(CairnFields fields) {
        return fields.objects("aliases", CairnTicket::alias);
    }

    private static ForeignId alias(CairnFields fields) {
        String source = Text.of("source", fields.text("source"), 1, SOURCE_MAX);
        String externalId = Text.exact("externalId", fields.text("externalId"), 1, Alias.EXTERNAL_ID_MAX);
        JsonNode seen = fields.rest().remove("seen");
        return new ForeignId(
                source, externalId, seen == null || seen.isNull() ? null : SeenTree.read(JsonTrees.read(seen)));
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
                fields.objects("comments", this::comment),
                fields.objects("links", this::link));
    }

    private ImportedTask task(CairnFields fields) {
        String externalId = fields.text("externalId");
        children.put(
                externalId,
                new ChildExtras(name(fields), fields.time("createdAt"), fields.time("updatedAt"), aliases(fields)));
        return new ImportedTask(
                place,
                externalId,
                fields.text("content"),
                fields.optionalText("description"),
                fields.word("status", TaskStatus.class, TaskStatus.PENDING),
                fields.texts("labels"),
                fields.optionalInteger("estimatedMinutes"),
                fields.texts("dependsOn"));
    }

    private ImportedComment comment(CairnFields fields) {
        String externalId = fields.text("externalId");
        children.put(externalId, new ChildExtras(null, null, null, aliases(fields)));
        return new ImportedComment(
                externalId,
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
