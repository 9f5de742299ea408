package dev.cairn.application.conversation;

import dev.cairn.domain.conversation.ConversationContent;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command to create a conversation.
 *
 * @param title null for a direct one, which is called after those who take part, and for a chat, which is a new one then
 * @param agents the agents that take part in a channel or chat of a project from the beginning
 * @param participants the others of a direct one
 */
public record CreateConversation(
        ConversationKind kind,
        @Nullable String title,
        @Nullable String description,
        Purpose purpose,
        List<Id<User>> agents,
        List<Id<User>> participants) {
    public static final int AGENTS_MAX = 20;
    private static final String NEW_CHAT = "New chat";

    public CreateConversation {
        agents = List.copyOf(agents);
        participants = List.copyOf(participants);
        if (kind != ConversationKind.DIRECT && !participants.isEmpty()) {
            throw Invalid.of(
                    ErrorCode.UNKNOWN_VALUE, "participants", "Only a direct conversation begins with participants");
        }
        if (agents.size() > AGENTS_MAX) {
            throw Invalid.of(ErrorCode.TOO_MANY, "agents", "agents takes at most %d entries".formatted(AGENTS_MAX));
        }
    }

    public static CreateConversation channel(String title) {
        return new CreateConversation(ConversationKind.CHANNEL, title, null, Purpose.GENERAL, List.of(), List.of());
    }

    public static CreateConversation chat(String title) {
        return new CreateConversation(ConversationKind.CHAT, title, null, Purpose.GENERAL, List.of(), List.of());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the list is a copy
    public static CreateConversation direct(Id<User>... others) {
        return new CreateConversation(ConversationKind.DIRECT, null, null, Purpose.GENERAL, List.of(), List.of(others));
    }

    ConversationContent content() {
        if (title == null && kind != ConversationKind.CHAT) {
            throw Invalid.of(ErrorCode.REQUIRED, "title", "title is required");
        }
        return new ConversationContent(title == null ? NEW_CHAT : title, description);
    }
}
