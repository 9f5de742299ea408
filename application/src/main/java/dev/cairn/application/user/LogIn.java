package dev.cairn.application.user;

import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.Username;

/** The command to log in. */
public record LogIn(Username username, Password password) {
    public static LogIn of(String username, String password) {
        return new LogIn(new Username(username), new Password(password));
    }
}
