package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a conversation. Those of a direct one read it; in a channel or chat it says who has said or read something, and which agents
 * take part.
 *
 * @param lastReadSeq up to which message they have read; 0 for none
 */
public record Participant(
        Id<Conversation> conversationId,
        Id<User> userId,
        Instant joinedAt,
        @Nullable Instant leftAt,
        int lastReadSeq) {
    public static Participant joining(Id<Conversation> conversation, Id<User> user, Instant now) {
        return new Participant(conversation, user, now, null, 0);
    }

    public boolean present() {
        return leftAt == null;
    }
}
