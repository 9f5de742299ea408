package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores API tokens. A use case checks who may before it calls this. */
public interface ApiTokenRepository extends Listed<ApiTokenRepository.Filter, ApiToken> {
    Set<String> SORTS = Set.of("createdAt");

    /** Joins a token with the user who holds it. */
    record OfUser(ApiToken token, User user) {}

    /**
     * The filter for lists of tokens, which never have revoked ones.
     *
     * @param userId the user whose own and agents' tokens are listed
     * @param projectId those that reach this project only
     */
    record Filter(@Nullable Id<User> userId, @Nullable Id<?> projectId) {}

    /** Finds a token with its holder, valid or not, by one query; answers empty when there is none. */
    Optional<OfUser> find(TokenHash hash);

    /** Finds a token, valid or not; answers empty when there is none. */
    Optional<ApiToken> find(Id<ApiToken> id);

    /**
     * Finds a token if this user or an agent of theirs holds it, or it reaches only a project that they own; answers
     * empty otherwise.
     */
    Optional<ApiToken> find(Id<User> user, Id<ApiToken> id);

    /** Answers the tokens among these that are valid at {@code now} and whose users are active, by one query. */
    List<ApiToken> findValid(Collection<Id<ApiToken>> tokens, Instant now);

    /** Counts the tokens of a user that were not revoked. */
    int count(Id<User> user);

    /** Inserts a token. */
    void insert(ApiToken token);

    /** Stores when a token was used last. */
    void used(Id<ApiToken> token, Instant at);

    /**
     * Ends a token.
     *
     * @return false when it had been revoked before
     */
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
