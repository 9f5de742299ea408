package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores sessions. A use case checks who may before it calls this. */
public interface SessionRepository {
    Set<String> SORTS = Set.of("createdAt");

    /** Joins a session with its user. */
    record OfUser(Session session, User user) {}

    /** Finds a session with its user, valid or not, by one query; answers empty when there is none. */
    Optional<OfUser> find(TokenHash hash);

    /** Answers the sessions among these that are valid at {@code now} and whose users are active, by one query. */
    List<Session> findValid(Collection<Id<Session>> sessions, Instant now);

    /** Inserts a session. */
    void insert(Session session);

    /** Stores when a session was used last. */
    void seen(Id<Session> session, Instant at);

    /**
     * Answers a page of a user's sessions that have not ended by {@code now}. The cursor does not depend on the time.
     */
    Page<Session> page(Id<User> user, Instant now, PageRequest request);

    /**
     * Ends a session.
     *
     * @return false when it is not this user's, or had ended or expired before
     */
    boolean revoke(Id<User> user, Id<Session> session, Instant at);

    /**
     * Ends all sessions of these users.
     *
     * @param except one that goes on, or null
     * @return how many ended
     */
    int revokeAll(Collection<Id<User>> users, @Nullable Id<Session> except, Instant at);

    /** Removes the sessions that have expired by now, by one statement, and answers how many. */
    int deleteExpired(Instant now);
}
