package dev.cairn.interchange;

import dev.cairn.application.interchange.ImportSink;
import dev.cairn.application.interchange.ImportedConversation;
import dev.cairn.application.interchange.ImportedItem;
import dev.cairn.application.interchange.ImportedMessage;
import dev.cairn.application.interchange.ImportedRevision;
import dev.cairn.application.interchange.ImportedValidation;
import dev.cairn.application.project.PlainPart;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.collected.ReportTree;
import dev.cairn.domain.collected.ValidationReport;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.user.User;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.json.JsonTrees;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines of Cairn's own format that came with its second version: talk, earlier revisions, validations, work on queues. */
final class CairnParts {
    private CairnParts() {}

    /** What to do with the line; empty when it is of another kind. */
    static Optional<Consumer<ImportSink>> read(
            String place, CairnFields line, List<PlainPart<?>> parts, Problems problems) {
        if (line.rest().has("validation")) {
            ImportedValidation validation = validation(line.object("validation"));
            return Optional.of(sink -> sink.validation(validation));
        }
        if (line.rest().has("revision")) {
            ImportedRevision revision = revision(line.object("revision"));
            return Optional.of(sink -> sink.revision(revision));
        }
        if (line.rest().has("conversation")) {
            ImportedConversation conversation = conversation(line.object("conversation"));
            return Optional.of(sink -> sink.conversation(conversation));
        }
        if (line.rest().has("message")) {
            ImportedMessage message = message(line.object("message"));
            return Optional.of(sink -> sink.message(message));
        }
        if (line.rest().has("item")) {
            ImportedItem item = item(place, line.object("item"));
            return Optional.of(sink -> sink.item(item));
        }
        if (line.rest().has("left")) {
            CairnFields left = line.object("left");
            left.rest()
                    .properties()
                    .forEach(each -> problems.report(
                            place,
                            Code.NOT_CARRIED_OVER,
                            Problems.oneLine("%s: %s".formatted(each.getKey(), each.getValue()))));
            return Optional.of(_ -> {});
        }
        return parts.stream()
                .filter(part -> line.rest().has(part.kind()))
                .findFirst()
                .map(part -> plain(part, line));
    }

    private static <C extends Record & Named> Consumer<ImportSink> plain(PlainPart<C> part, CairnFields line) {
        C content = Contents.read(line.rest().remove(part.kind()), part.content());
        return sink -> sink.plain(part, content);
    }

    private static ImportedValidation validation(CairnFields fields) {
        Instant at = required("validatedAt", fields.time("validatedAt"));
        boolean stale = fields.bool("stale");
        ValidationReport report = ReportTree.read(JsonTrees.read(fields.rest().remove("report")));
        Limits.range("score", report.score(), 0, 100);
        fields.end();
        return new ImportedValidation(report, at, stale);
    }

    private static ImportedRevision revision(CairnFields fields) {
        ImportedRevision revision = new ImportedRevision(
                RevisionText.of(fields.text("content")),
                Text.of("author", fields.text("author"), 1, User.NAME_MAX),
                fields.time("createdAt"));
        fields.end();
        return revision;
    }

    private static ImportedConversation conversation(CairnFields fields) {
        ImportedConversation conversation = new ImportedConversation(
                fields.word("kind", ConversationKind.class, ConversationKind.CHAT),
                Text.of("title", fields.text("title"), 1, Conversation.TITLE_MAX),
                fields.word("purpose", Purpose.class, Purpose.GENERAL),
                fields.bool("isDefault"),
                fields.time("createdAt"));
        fields.end();
        return conversation;
    }

    private static ImportedMessage message(CairnFields fields) {
        ImportedMessage message = new ImportedMessage(
                Text.optional("author", fields.optionalText("author"), User.NAME_MAX),
                fields.word("role", MessageRole.class, MessageRole.USER),
                Text.of("content", fields.text("content"), 1, Message.CONTENT_MAX),
                fields.time("createdAt"));
        fields.end();
        return message;
    }

    private static ImportedItem item(String place, CairnFields fields) {
        Long position = fields.optionalLong("position");
        ImportedItem item = new ImportedItem(
                place,
                Text.of("queue", fields.text("queue"), 1, QueueContent.NAME_MAX),
                Text.of("ticket", fields.text("ticket"), 1, Alias.EXTERNAL_ID_MAX),
                Text.optional("task", fields.optionalText("task"), Alias.EXTERNAL_ID_MAX),
                Text.optional("group", fields.optionalText("group"), Alias.EXTERNAL_ID_MAX),
                fields.bool("failed"),
                fields.word("priority", Priority.class, Priority.NORMAL),
                Limits.range(
                        "position",
                        position == null ? TicketContent.POSITION_LAST : position,
                        0,
                        TicketContent.POSITION_LAST),
                fields.time("enqueuedAt"),
                fields.time("runAt"),
                fields.time("finishedAt"),
                Limits.range("attempts", fields.integer("attempts", 0), 0, QueueContent.TRIES_MAX),
                Limits.range("stalls", fields.integer("stalls", 0), 0, QueueContent.TRIES_MAX),
                Text.optional("lastError", fields.optionalText("lastError"), Claim.ERROR_MAX),
                Text.optional("note", fields.optionalText("note"), Claim.NOTE_MAX),
                fields.bool("prioritySet"),
                fields.bool("positionSet"));
        fields.end();
        return item;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Invalid.of(ErrorCode.FORMAT, "body", "'%s' is required".formatted(field));
        }
        return value;
    }
}
