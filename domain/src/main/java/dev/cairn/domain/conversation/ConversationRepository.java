package dev.cairn.domain.conversation;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.GuardedList;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.InProject;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stores conversations. A caller who may not read one gets {@code not_found}, and lists leave it out (R38). */
public interface ConversationRepository
        extends InProject<Conversation>, GuardedList<ConversationFilter, ConversationView> {
    /** The fields of a sort; without a message, {@code lastMessageAt} is the conversation's creation. */
    Set<String> SORTS = Set.of("title", "createdAt", "updatedAt", "lastMessageAt");

    Sort NEWEST_FIRST = Sort.by(Sort.desc("lastMessageAt"));

    /** Finds a live conversation as {@link #require(Access, Id)} does, in the form of lists. */
    ConversationView requireView(Access access, Id<Conversation> id);

    /** Finds the live direct conversation of these people (R39), and keeps others from beginning one until the transaction ends. */
    Optional<Conversation> findDirect(People people);

    /**
     * Takes the next number of a conversation, under which a message is about to be inserted (R37). It is no change of the conversation:
     * its version stays.
     */
    int takeSeq(Id<Conversation> conversation, Instant now);

    /** Answers the readers of each of these conversations, deleted ones too, by one query. */
    Map<Id<Conversation>, Set<Id<User>>> readersOf(Collection<Id<Conversation>> conversations);
}
