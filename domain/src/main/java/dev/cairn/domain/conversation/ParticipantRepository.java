package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores who is in which conversation. A use case finds the conversation with an access before it calls this. */
public interface ParticipantRepository {
    /** Answers who is in a conversation now, by when they came. */
    List<ParticipantView> findPresent(Id<Conversation> conversation);

    /** Answers the humans who answer for those that are in a conversation now: for themselves, or for agents of theirs. */
    Set<Id<User>> findResponsible(Id<Conversation> conversation);

    /** Finds somebody, also who has left. */
    Optional<ParticipantView> find(Id<Conversation> conversation, Id<User> user);

    /** Inserts those of a new conversation. */
    void insertAll(List<Participant> participants);

    /** Stores somebody who comes, also again; they keep what they have read. */
    void join(Participant participant);

    /**
     * Stores that somebody has left.
     *
     * @return false when they were not there
     */
    boolean leave(Id<Conversation> conversation, Id<User> user, Instant now);

    /** Stores that these users have left all conversations of a project: they left it. */
    void leaveAll(Id<Project> project, Collection<Id<User>> users, Instant now);

    /** Stores up to where somebody has read, never less than before; answers whether that is further. */
    boolean read(Participant participant);

    /** Stores that somebody said something: they are there, and have read it if they had read all before it. */
    void said(Id<Conversation> conversation, Id<User> user, int seq, Instant now);
}
