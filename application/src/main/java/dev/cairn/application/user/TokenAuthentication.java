package dev.cairn.application.user;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.ApiTokenRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.SessionRepository;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.TokenHash;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates the tokens of sessions and programs (R16), with one query for a token. At most once a minute it writes
 * the last use of each token, and deletes expired sessions.
 */
public final class TokenAuthentication implements Authentication {
    /** The shortest time between two deletions of expired sessions. */
    public static final Duration CLEAN_EVERY = Duration.ofMinutes(1);

    private static final Logger LOG = System.getLogger(TokenAuthentication.class.getName());

    private final UnitOfWork work;
    private final PeopleStores stores;
    private final AtomicReference<@Nullable Instant> cleaned = new AtomicReference<>();

    public TokenAuthentication(UnitOfWork work, PeopleStores stores) {
        this.work = work;
        this.stores = stores;
    }

    @Override
    public TokenHolder byToken(String token) {
        try {
            Optional<Caller> known = Token.parse(token).flatMap(this::known);
            return known.isPresent() ? new TokenHolder.Known(known.get()) : new TokenHolder.Nobody();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A token could not be checked", e);
            return new TokenHolder.Untold(
                    e instanceof Unavailable why
                            ? why
                            : new Unavailable(ErrorCode.BUSY, "Tokens cannot be checked now", e));
        }
    }

    private Optional<Caller> known(Token token) {
        Instant now = work.now();
        deleteExpired(now);
        TokenHash hash = token.hash();
        return switch (token.kind()) {
            case SESSION -> stores.sessions().find(hash).flatMap(found -> ofSession(found, now));
            case API -> stores.tokens().find(hash).flatMap(found -> ofToken(found, now));
        };
    }

    private Optional<Caller> ofSession(SessionRepository.OfUser found, Instant now) {
        Session session = found.session();
        if (!session.validAt(now) || !found.user().active()) {
            return Optional.empty();
        }
        if (session.unseenAt(now)) {
            note(() -> stores.sessions().seen(session.id(), now));
        }
        return Optional.of(Caller.of(found.user(), session));
    }

    private Optional<Caller> ofToken(ApiTokenRepository.OfUser found, Instant now) {
        ApiToken token = found.token();
        if (!token.validAt(now) || !found.user().active()) {
            return Optional.empty();
        }
        if (token.unusedAt(now)) {
            note(() -> stores.tokens().used(token.id(), now));
        }
        return Optional.of(Caller.of(found.user(), token));
    }

    private void deleteExpired(Instant now) {
        Instant last = cleaned.get();
        boolean due = last == null || !now.isBefore(last.plus(CLEAN_EVERY));
        if (due && cleaned.compareAndSet(last, now)) {
            note(() -> stores.sessions().deleteExpired(now));
        }
    }

    /** Runs a change and ignores its failure, because a full disk must not refuse a reader. */
    private void note(Runnable change) {
        try {
            work.write(Caller.anonymous(), act -> {
                change.run();
                return act;
            });
        } catch (DomainError e) {
            LOG.log(Level.DEBUG, "The use of a token was not noted", e);
        }
    }
}
