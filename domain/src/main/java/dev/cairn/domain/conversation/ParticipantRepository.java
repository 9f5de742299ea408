package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores the participants of conversations. A use case finds the conversation with an access before it calls this. */
public interface ParticipantRepository {
    /** Answers the present participants of a conversation, in the order in which they joined. */
    List<ParticipantView> findPresent(Id<Conversation> conversation);

    /** Answers the humans responsible for the present participants: themselves, or the owners of agents. */
    Set<Id<User>> findResponsible(Id<Conversation> conversation);

    /** Finds a participant, also one who has left. */
    Optional<ParticipantView> find(Id<Conversation> conversation, Id<User> user);

    /** Inserts the participants of a new conversation. */
    void insertAll(List<Participant> participants);

    /** Stores a participant who joins, or joins again and keeps the read position. */
    void join(Participant participant);

    /**
     * Stores that somebody has left.
     *
     * @return false when they were not there
     */
    boolean leave(Id<Conversation> conversation, Id<User> user, Instant now);

    /** Stores that these users have left all conversations of a project, because they left the project. */
    void leaveAll(Id<Project> project, Collection<Id<User>> users, Instant now);

    /** Raises the read position of a participant; answers false when it was not lower before. */
    boolean read(Participant participant);

    /** Stores that a participant posted a message: marks them present, and the message read if all before it were. */
    void said(Id<Conversation> conversation, Id<User> user, int seq, Instant now);
}
