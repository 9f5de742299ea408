package dev.cairn.http.user;

import dev.cairn.application.user.LogIn;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.Username;
import io.micronaut.core.annotation.Introspected;

/**
 * Somebody who says they have an account.
 *
 * @param password whatever was tried
 * @param browser whether the token is kept in a cookie, from scripts
 */
@Introspected
record Credentials(Username username, String password, boolean browser) {
    LogIn command() {
        return new LogIn(username, Password.tried(password));
    }

    /** Says nothing of the password (R11). */
    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
