package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Sort;

/** Stores messages. A use case finds the conversation with an access before it calls this. */
public interface MessageRepository extends Listed<MessageRepository.OfConversation, Message> {
    /** The order in which they were said (R37). */
    Sort ORDER = Sort.by(Sort.asc("seq"));

    /** Names the conversation whose messages a list shows. */
    record OfConversation(Id<Conversation> conversationId) {}

    /**
     * Inserts a message under the number that its conversation gave it.
     *
     * @throws dev.cairn.domain.error.Conflict {@code constraint} when the conversation has a message of this number
     *     (R37)
     */
    void insert(Message message);
}
