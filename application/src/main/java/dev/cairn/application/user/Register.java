package dev.cairn.application.user;

import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.Username;

/** The command to register a human with an account. */
public record Register(Username username, Password password, UserContent content) {
    public static Register of(String username, String password) {
        Username name = new Username(username);
        return new Register(name, new Password(password), UserContent.named(name.value()));
    }
}
