package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Sort;

/** The store of messages, which are reached through their conversation only. */
public interface MessageRepository extends Listed<MessageRepository.OfConversation, Message> {
    /** The order in which they were said (R37). */
    Sort ORDER = Sort.by(Sort.asc("seq"));

    /** The messages of one conversation. */
    record OfConversation(Id<Conversation> conversationId) {}

    void insert(Message message);
}
