package dev.cairn.server.http;

import dev.cairn.application.user.Authentication;
import dev.cairn.application.user.TokenHolder;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Stands for whoever keeps tokens in the database: it insists on a thread that may wait. */
@Singleton
final class GuestAuthentication implements Authentication {
    static final String TOKEN = "a-guests-token";
    static final String TOKEN_WHILE_BUSY = "a-token-that-cannot-be-looked-up-now";
    private static final Caller GUEST =
            Caller.of(User.human(new Id<>(1), UserContent.named("guest"), SystemRole.MEMBER, Instant.EPOCH));

    @Override
    public TokenHolder byToken(String token) {
        if (!Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("Asked on a thread that must not wait");
        }
        return switch (token) {
            case TOKEN -> new TokenHolder.Known(GUEST);
            case TOKEN_WHILE_BUSY ->
                new TokenHolder.Untold(new Unavailable(ErrorCode.BUSY, "The database is busy", null));
            default -> new TokenHolder.Nobody();
        };
    }
}
