package dev.cairn.domain.conversation;

import dev.cairn.domain.access.Guarded;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores messages. A use case finds the conversation with an access before it calls the methods without one. */
public interface MessageRepository extends Guarded<Message>, Listed<MessageRepository.OfConversation, Message> {
    /** The order in which messages were posted (R37). */
    Sort ORDER = Sort.by(Sort.asc("seq"));

    /** The reverse order, the newest first. */
    Sort BACKWARDS = Sort.by(Sort.desc("seq"));

    /**
     * Names the conversation whose messages a list shows, deleted ones too, and between which of them.
     *
     * @param afterSeq null for from the first
     * @param beforeSeq null for up to the last
     */
    record OfConversation(
            Id<Conversation> conversationId,
            @Nullable Integer afterSeq,
            @Nullable Integer beforeSeq) {
        public OfConversation(Id<Conversation> conversationId) {
            this(conversationId, null, null);
        }
    }

    /**
     * Answers the messages of a page in the order in which they were said. Of those before a message, the nearest come first, and the
     * cursor goes on backwards.
     */
    default Page<Message> between(OfConversation which, int limit, @Nullable String cursor) {
        boolean backwards = which.beforeSeq() != null && which.afterSeq() == null;
        Page<Message> page = page(which, new PageRequest(limit, cursor, backwards ? BACKWARDS : ORDER, false));
        return backwards ? new Page<>(page.items().reversed(), page.nextCursor(), page.total()) : page;
    }

    /**
     * Answers the newest messages before a place, in the order in which they were said, deleted ones too: one at least, and no other once
     * they have so many characters.
     *
     * @param most how many at most
     */
    List<Message> newest(Id<Conversation> conversation, int beforeSeq, int most, long characters);

    /** Finds a message by its sequence number, deleted or not. */
    Optional<Message> findBySeq(Id<Conversation> conversation, int seq);

    /** Finds a message of a conversation, deleted or not. */
    Optional<Message> findIn(Id<Conversation> conversation, Id<Message> id);

    /**
     * Inserts a message under the number that its conversation gave it.
     *
     * @throws dev.cairn.domain.error.Conflict {@code constraint} when the conversation has a message of this number
     *     (R37)
     */
    void insert(Message message);

    /** Inserts messages as {@link #insert} does. */
    void insertAll(List<Message> messages);

    /**
     * Stores a changed message and answers it with the version raised by one.
     *
     * @throws dev.cairn.domain.error.Unavailable {@code busy} when the row has another version than this transaction
     *     read
     */
    Message update(Message message);
}
