package dev.cairn.application.idempotency;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Credential;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Optional;

/** The store of answers for repeated requests. */
public interface IdempotencyStore {
    /** The key of a request, unique per caller, method and path. */
    record Key(Id<User> caller, String method, String path, String key) {
        /**
         * Makes the key unique to the API token as well: another token of the same user may have fewer scopes, and gets
         * its own answer. A client's key contains no space.
         */
        public static Key of(Caller caller, String method, String path, String sent) {
            String key = switch (caller.credential()) {
                case Credential.OfToken(Id<ApiToken> token) -> token + " " + sent;
                case Credential.OfSession _, Credential.Local _, Credential.Itself _, Credential.None _ -> sent;
            };
            return new Key(caller.userId(), method, path, key);
        }
    }

    /** A stored answer, with the hash of the request's body. */
    record Answer(String bodyHash, int status, String headers, String body) {}

    Optional<Answer> find(Key key);

    /** @throws dev.cairn.domain.error.Conflict {@code idempotency_in_flight} when somebody else stored one meanwhile */
    void insert(Key key, Answer answer, Instant at);

    /** Deletes the oldest answers that were stored before a moment, at most {@code limit}; answers how many. */
    int deleteBefore(Instant moment, int limit);
}
