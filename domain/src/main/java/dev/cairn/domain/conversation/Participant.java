package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A participant of a conversation. Those of a direct one are its readers; a channel or chat has the users who have
 * posted or read something, and the participating agents.
 *
 * @param lastReadSeq the number of the last message that they have read; 0 for none
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
