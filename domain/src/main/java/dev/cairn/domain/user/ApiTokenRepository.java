package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store of API tokens. */
public interface ApiTokenRepository extends Listed<ApiTokenRepository.Filter, ApiToken> {
    Set<String> SORTS = Set.of("createdAt");

    /** A token and whose it is. */
    record OfUser(ApiToken token, User user) {}

    /**
     * Which tokens a list shows; revoked ones never.
     *
     * @param userId those of this user, and of the agents they answer for
     * @param projectId those that reach this project only
     */
    record Filter(@Nullable Id<User> userId, @Nullable Id<?> projectId) {}

    /** Valid or not, by one query. */
    Optional<OfUser> find(TokenHash hash);

    Optional<ApiToken> find(Id<ApiToken> id);

    /** As {@link #find(Id)}, if it is held by this user or by an agent of theirs, or reaches only a project they own. */
    Optional<ApiToken> find(Id<User> user, Id<ApiToken> id);

    /** How many a user has that were not revoked. */
    int count(Id<User> user);

    void insert(ApiToken token);

    void used(Id<ApiToken> token, Instant at);

    /** @return whether it had not been revoked before */
    boolean revoke(Id<ApiToken> token, Instant at);

    /**
     * Ends the tokens of these users that reach this project only.
     *
     * @return how many ended
     */
    int revokeAll(Collection<Id<User>> users, Id<?> project, Instant at);

    /** Ends all tokens of these users. */
    void revokeAll(Collection<Id<User>> users, Instant at);
}
