package dev.cairn.application.event;

import dev.cairn.application.user.PeopleStores;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Credential;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the followers whose session or token is still valid (E9), by three queries at most. */
record Standings(PeopleStores stores) {
    /**
     * The callers that may go on.
     *
     * @param until when the first of them ends by itself
     */
    record Known(Set<Id<Session>> sessions, Set<Id<ApiToken>> tokens, Set<Id<User>> users, Instant until) {
        boolean holds(Caller caller) {
            return switch (caller.credential()) {
                case Credential.OfSession(var id) -> sessions.contains(id);
                case Credential.OfToken(var id) -> tokens.contains(id);
                case Credential.Local() -> users.contains(caller.userId());
                case Credential.Itself(), Credential.None() -> false;
            };
        }
    }

    /** Reads the standing of these callers; call it in a transaction. */
    Known of(Collection<Caller> callers, Instant now) {
        Set<Id<Session>> sessions = new HashSet<>();
        Set<Id<ApiToken>> tokens = new HashSet<>();
        Set<Id<User>> users = new HashSet<>();
        for (Caller caller : callers) {
            switch (caller.credential()) {
                case Credential.OfSession(var id) -> sessions.add(id);
                case Credential.OfToken(var id) -> tokens.add(id);
                case Credential.Local() -> users.add(caller.userId());
                case Credential.Itself(), Credential.None() -> {}
            }
        }
        List<Session> good = sessions.isEmpty() ? List.of() : stores.sessions().findValid(sessions, now);
        List<ApiToken> fine = tokens.isEmpty() ? List.of() : stores.tokens().findValid(tokens, now);
        List<User> active = users.isEmpty() ? List.of() : stores.users().findAll(users);
        Instant until = Stream.concat(
                        good.stream().map(Session::expiresAt), fine.stream().map(ApiToken::expiresAt))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        return new Known(
                good.stream().map(Session::id).collect(Collectors.toUnmodifiableSet()),
                fine.stream().map(ApiToken::id).collect(Collectors.toUnmodifiableSet()),
                active.stream().filter(User::active).map(User::id).collect(Collectors.toUnmodifiableSet()),
                until);
    }
}
