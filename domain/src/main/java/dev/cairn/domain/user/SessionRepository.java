package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of sessions. */
public interface SessionRepository {
    /** A session and whose it is. */
    record OfUser(Session session, User user) {}

    /** Valid or not, by one query. */
    Optional<OfUser> find(TokenHash hash);

    void insert(Session session);

    void seen(Id<Session> session, Instant at);

    /** @return whether it had not ended before */
    boolean revoke(Id<Session> session, Instant at);

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
