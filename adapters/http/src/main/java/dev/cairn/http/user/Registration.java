package dev.cairn.http.user;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.user.Register;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.Username;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;

/** A human who wants an account, called by the username unless they have another name. */
@Introspected
record Registration(
        Username username, Password password, @JsonUnwrapped Partial<UserContent> content) {
    Register command() {
        return new Register(username, password, content.of(UserContent.named(username.value())));
    }
}
