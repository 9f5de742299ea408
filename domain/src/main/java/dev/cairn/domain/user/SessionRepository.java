package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store of sessions. */
public interface SessionRepository {
    Set<String> SORTS = Set.of("createdAt");

    /** A session and whose it is. */
    record OfUser(Session session, User user) {}

    /** Valid or not, by one query. */
    Optional<OfUser> find(TokenHash hash);

    void insert(Session session);

    void seen(Id<Session> session, Instant at);

    /** Those of a user that have not ended by then, without the time being part of the cursor. */
    Page<Session> page(Id<User> user, Instant now, PageRequest request);

    /** @return whether it was this user's, and had neither ended nor expired before */
    boolean revoke(Id<User> user, Id<Session> session, Instant at);

    /**
     * Ends all sessions of these users.
     *
     * @param except one that goes on
     * @return how many ended
     */
    int revokeAll(Collection<Id<User>> users, @Nullable Id<Session> except, Instant at);

    /** Removes what has expired by now, by one statement. */
    int deleteExpired(Instant now);
}
