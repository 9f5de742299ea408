package dev.cairn.interchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.Imported.Collected;
import dev.cairn.application.interchange.Imported.Left;
import dev.cairn.application.interchange.Imported.Plain;
import dev.cairn.application.interchange.ImportedArtifact;
import dev.cairn.application.interchange.ImportedConversation;
import dev.cairn.application.interchange.ImportedItem;
import dev.cairn.application.interchange.ImportedMessage;
import dev.cairn.application.interchange.ImportedQueue;
import dev.cairn.application.interchange.ImportedRevision;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.application.interchange.ImportedValidation;
import dev.cairn.application.project.PlainPart;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.ValidationReport;
import dev.cairn.domain.conversation.ConversationContent;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.FinishReason;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.Seen;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.user.User;
import dev.cairn.json.FieldReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line of Cairn's own format, within the limits of the domain or not at all. An absent field is as good as null, or as
 * its default; what nobody asked for is refused. Contents are read as HTTP reads them, so that a new field needs no line here.
 *
 * @param parts whose lines are known besides those of Cairn's own things
 */
record CairnLine(String place, CairnNumbers numbers, List<PlainPart<?>> parts) {
    private static final int SOURCE_MAX = Alias.SOURCE_MAX + 20;
    private static final QueueItem.Place LAST = QueueItem.Place.following(Priority.NORMAL, TicketContent.POSITION_LAST);

    /** @throws dev.cairn.domain.error.Invalid when anything about it is wrong */
    Imported read(FieldReader line) {
        Imported read = content(line);
        line.end();
        return read;
    }

    /** The ticket with what the line adds to it. */
    ImportedTicket longer(ImportedTicket ticket, FieldReader line) {
        ImportedTicket longer = all(line.object(CairnWriter.MORE), fields -> added(ticket, fields));
        line.end();
        return longer;
    }

    private ImportedTicket added(ImportedTicket ticket, FieldReader fields) {
        if (!fields.require("ticket", String.class).equals(ticket.externalId())) {
            throw Invalid.of(ErrorCode.INVALID, "ticket", "It goes on with a ticket that is not on the line before");
        }
        List<ImportedTask> tasks = Stream.concat(ticket.tasks().stream(), list(fields, "tasks", this::task).stream())
                .toList();
        List<ImportedComment> comments = Stream.concat(
                        ticket.comments().stream(), list(fields, "comments", CairnLine::comment).stream())
                .toList();
        return ticket.withTasks(Limits.count("tasks", tasks, Task.PER_TICKET_MAX))
                .withComments(comments);
    }

    private Imported content(FieldReader line) {
        if (line.has("collectedData")) {
            return new Collected(line.require("collectedData", CollectedData.class));
        }
        for (Map.Entry<String, Function<FieldReader, Imported>> kind : kinds().entrySet()) {
            if (line.has(kind.getKey())) {
                return all(line.object(kind.getKey()), kind.getValue());
            }
        }
        if (line.has("left")) {
            Map<String, Integer> counts = new HashMap<>();
            line.require("left", ObjectNode.class)
                    .properties()
                    .forEach(each -> counts.put(each.getKey(), each.getValue().asInt()));
            return new Left(counts);
        }
        for (PlainPart<?> part : parts) {
            if (line.has(part.kind())) {
                return plain(part, line);
            }
        }
        return all(line.object("ticket"), this::ticket);
    }

    private Map<String, Function<FieldReader, Imported>> kinds() {
        return Map.of(
                "artifact", CairnLine::artifact,
                "queue", CairnLine::queue,
                "validation", CairnLine::validation,
                "revision", CairnLine::revision,
                "conversation", CairnLine::conversation,
                "message", CairnLine::message,
                "item", this::item);
    }

    private static <T> T all(FieldReader fields, Function<FieldReader, T> read) {
        T value = read.apply(fields);
        fields.end();
        return value;
    }

    private static <C extends Record & Named> Imported plain(PlainPart<C> part, FieldReader line) {
        return new Plain<>(part, line.require(part.kind(), part.content()));
    }

    private static ImportedArtifact artifact(FieldReader fields) {
        ArtifactType type = fields.take("type", ArtifactType.class, ArtifactType.DOCUMENT);
        ArtifactFormat format = fields.take("format", ArtifactFormat.class, type.format());
        ArtifactStatus status = fields.take("status", ArtifactStatus.class, ArtifactStatus.DRAFT);
        String author = optional(fields, "author", User.NAME_MAX);
        Instant createdAt = time(fields, "createdAt");
        RevisionText text = fields.require("content", RevisionText.class);
        ArtifactContent content = fields.partial(ArtifactContent.class).create("title", ArtifactContent::new);
        return new ImportedArtifact(new CreateArtifact(type, content, format, text), status, author, createdAt);
    }

    private static ImportedQueue queue(FieldReader fields) {
        boolean active = fields.take("active", Boolean.class, true);
        return new ImportedQueue(fields.partial(QueueContent.class).create("name", QueueContent::named), active);
    }

    private static ImportedValidation validation(FieldReader fields) {
        Instant at = fields.require("validatedAt", Instant.class);
        ValidationReport report = fields.require("report", ValidationReport.class);
        Limits.range("score", report.score(), 0, 100);
        return new ImportedValidation(
                report,
                Objects.requireNonNull(Times.checked("validatedAt", at)),
                fields.require("stale", Boolean.class));
    }

    private static ImportedRevision revision(FieldReader fields) {
        return new ImportedRevision(
                fields.require("content", RevisionText.class),
                text(fields, "author", User.NAME_MAX),
                time(fields, "createdAt"));
    }

    private static ImportedConversation conversation(FieldReader fields) {
        ConversationKind kind = fields.take("kind", ConversationKind.class, ConversationKind.CHAT);
        if (kind == ConversationKind.DIRECT) {
            throw Invalid.of(
                    ErrorCode.UNKNOWN_VALUE, "kind", "A project has channels and chats, no direct conversations");
        }
        return new ImportedConversation(
                kind,
                text(fields, "title", ConversationContent.TITLE_MAX),
                optional(fields, "description", ConversationContent.DESCRIPTION_MAX),
                fields.take("purpose", Purpose.class, Purpose.GENERAL),
                fields.require("isDefault", Boolean.class),
                time(fields, "createdAt"),
                time(fields, "archivedAt"));
    }

    private static ImportedMessage message(FieldReader fields) {
        Instant deletedAt = time(fields, "deletedAt");
        return new ImportedMessage(
                optional(fields, "author", User.NAME_MAX),
                fields.take("role", MessageRole.class, MessageRole.USER),
                deletedAt == null
                        ? text(fields, "content", Message.CONTENT_MAX)
                        : Objects.requireNonNullElse(optional(fields, "content", Message.CONTENT_MAX), ""),
                fields.take("parentSeq", Integer.class),
                optional(fields, "model", Message.MODEL_MAX),
                fields.take("usage", Json.class),
                fields.take("finishReason", FinishReason.class),
                Message.checked(fields.take("metadata", Json.class, Json.EMPTY_OBJECT)),
                time(fields, "createdAt"),
                time(fields, "editedAt"),
                deletedAt);
    }

    private ImportedItem item(FieldReader fields) {
        QueueItem.Tries tries =
                fields.partial(QueueItem.Tries.class, ImportedItem.class).of(QueueItem.Tries.NONE);
        Limits.range("attempts", tries.attempts(), 0, QueueContent.TRIES_MAX);
        Limits.range("stalls", tries.stalls(), 0, QueueContent.TRIES_MAX);
        return new ImportedItem(
                place,
                text(fields, "queue", QueueContent.NAME_MAX),
                text(fields, "ticket", Alias.EXTERNAL_ID_MAX),
                optional(fields, "task", Alias.EXTERNAL_ID_MAX),
                optional(fields, "group", Alias.EXTERNAL_ID_MAX),
                fields.require("failed", Boolean.class),
                fields.partial(QueueItem.Place.class, ImportedItem.class).of(LAST),
                time(fields, "enqueuedAt"),
                time(fields, "runAt"),
                time(fields, "finishedAt"),
                tries,
                optional(fields, "lastError", Claim.ERROR_MAX),
                optional(fields, "note", Claim.NOTE_MAX));
    }

    private ImportedTicket ticket(FieldReader fields) {
        return new ImportedTicket(
                place,
                raw(fields, "externalId", Alias.EXTERNAL_ID_MAX),
                numbers.wanted(place, fields.take("number", Integer.class)),
                fields.partial(TicketContent.class, ImportedTicket.class).create("title", TicketContent::titled),
                fields.take("status", TicketStatus.class, TicketStatus.OPEN),
                past(fields, "createdAt"),
                past(fields, "updatedAt"),
                past(fields, "startedAt"),
                past(fields, "completedAt"),
                past(fields, "archivedAt"),
                fields.take("parent", String.class),
                optional(fields, "assignee", User.NAME_MAX),
                list(fields, "aliases", CairnLine::alias),
                Limits.count("tasks", list(fields, "tasks", this::task), Task.PER_TICKET_MAX),
                list(fields, "comments", CairnLine::comment),
                list(fields, "links", this::link));
    }

    private ImportedTask task(FieldReader fields) {
        return new ImportedTask(
                place,
                raw(fields, "externalId", Alias.EXTERNAL_ID_MAX),
                fields.partial(TaskContent.class, ImportedTask.class).create("content", TaskContent::of),
                fields.take("status", TaskStatus.class, TaskStatus.PENDING),
                Limits.count("dependsOn", fields.takeList("dependsOn", String.class), TaskContent.DEPENDENCIES_MAX),
                optional(fields, "assignee", User.NAME_MAX),
                time(fields, "createdAt"),
                time(fields, "updatedAt"),
                list(fields, "aliases", CairnLine::alias));
    }

    private static ImportedComment comment(FieldReader fields) {
        return new ImportedComment(
                raw(fields, "externalId", Alias.EXTERNAL_ID_MAX),
                raw(fields, "author", User.NAME_MAX),
                raw(fields, "content", Comment.CONTENT_MAX),
                past(fields, "createdAt"),
                past(fields, "editedAt"),
                list(fields, "aliases", CairnLine::alias));
    }

    private ImportedLink link(FieldReader fields) {
        return new ImportedLink(
                place,
                fields.take("kind", LinkKind.class, LinkKind.RELATES_TO),
                fields.require("outgoing", Boolean.class),
                fields.require("other", String.class));
    }

    private static ImportedTicket.ForeignId alias(FieldReader fields) {
        return new ImportedTicket.ForeignId(
                text(fields, "source", SOURCE_MAX),
                Text.exact("externalId", fields.require("externalId", String.class), 1, Alias.EXTERNAL_ID_MAX),
                fields.take("seen", Seen.class));
    }

    private static <T> List<T> list(FieldReader fields, String field, Function<FieldReader, T> read) {
        return fields.takeObjects(field).stream().map(each -> all(each, read)).toList();
    }

    /** Returns the text unchanged, or fails when it is longer than allowed. */
    private static String raw(FieldReader fields, String field, int max) {
        String text = fields.require(field, String.class);
        Text.of(field, text, 1, max);
        return text;
    }

    private static String text(FieldReader fields, String field, int max) {
        return Text.of(field, fields.require(field, String.class), 1, max);
    }

    private static @Nullable String optional(FieldReader fields, String field, int max) {
        return Text.optional(field, fields.take(field, String.class), max);
    }

    private static @Nullable Instant time(FieldReader fields, String field) {
        return Times.checked(field, fields.take(field, Instant.class));
    }

    private static @Nullable Instant past(FieldReader fields, String field) {
        return Times.past(field, fields.take(field, Instant.class));
    }
}
