package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.ImportedConversation;
import dev.cairn.application.interchange.ImportedMessage;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationContent;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.user.User;
import dev.cairn.interchange.Problems.Code;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Delivers the conversations of another system with their messages, in the order of time. */
record SystemTalk(SystemTables tables, Consumer<Imported> sink, Problems problems) {
    /** Said nothing, as an answer that was broken off: a message here says something. */
    private static final String NOTHING = "(empty)";

    /** Begins a chat of Promptliano. */
    void chat(String id, Source row) {
        Instant created = row.time("created_at");
        String title = Objects.requireNonNullElse(row.text("title"), "Chat " + id);
        row.rest().remove("project_id");
        begin(row, ConversationKind.CHAT, title, null, created, null);
        row.dropEmpty();
        row.loseRest("chats");
        tables.rows(
                "chat_messages",
                SystemTables.of("chat_id", id),
                List.of("created_at", "id"),
                problems,
                (message, said) -> {
                    said.rest().remove("chat_id");
                    SystemTables.json(said, "attachments");
                    JsonNode metadata = SystemTables.json(said, "metadata");
                    if (metadata != null && metadata.isObject()) {
                        said.rest().remove("metadata");
                        metadata.properties()
                                .forEach(each -> new Fitting(said.place(), said.rest(), problems)
                                        .keep(each.getKey(), each.getValue()));
                    }
                    message(said, null, role(said));
                });
    }

    void begin(
            Source row,
            ConversationKind kind,
            String title,
            @Nullable String description,
            @Nullable Instant created,
            @Nullable Instant archived) {
        Fitting fit = new Fitting(row.place(), row.rest(), problems);
        sink.accept(new ImportedConversation(
                kind,
                fit.text("title", title, ConversationContent.TITLE_MAX),
                fit.optionalText("description", description, ConversationContent.DESCRIPTION_MAX),
                Purpose.GENERAL,
                kind == ConversationKind.CHANNEL
                        && Text.uniqueKey(title).equals(Text.uniqueKey(Conversation.DEFAULT_TITLE)),
                created,
                archived));
    }

    /** Delivers a message; columns without a counterpart become its metadata. */
    void message(Source row, @Nullable String author, MessageRole role) {
        Instant created = row.time("created_at");
        Fitting fit = new Fitting(row.place(), row.rest(), problems);
        Instant deleted = row.time("deactivated_at");
        String content = row.text("content");
        if (content == null && deleted != null) {
            content = "";
        }
        if (content == null) {
            problems.report(row.place(), Code.MALFORMED, "It says nothing: '%s' stands in".formatted(NOTHING));
            content = NOTHING;
        }
        row.dropEmpty();
        String text = fit.text("content", content, Message.CONTENT_MAX);
        sink.accept(new ImportedMessage(
                author == null ? null : Fitting.shortened(author, User.NAME_MAX),
                role,
                text,
                null,
                null,
                null,
                null,
                fit.json(Message.METADATA_MAX),
                created,
                null,
                deleted));
    }

    static MessageRole role(Source row) {
        String word = Objects.requireNonNullElse(row.peek("role"), "user").toLowerCase(Locale.ROOT);
        for (MessageRole role : MessageRole.values()) {
            if (word.equals(role.name().toLowerCase(Locale.ROOT))) {
                row.rest().remove("role");
                return role;
            }
        }
        row.unknown("role", Objects.requireNonNull(row.rest().get("role")));
        return MessageRole.USER;
    }
}
