package dev.cairn.http.user;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.user.Register;
import dev.cairn.application.user.UserFields;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.Username;
import io.micronaut.core.annotation.Introspected;

/** A human who wants an account, called by the username unless they have another name. */
@Introspected
record Registration(
        Username username, Password password, @JsonUnwrapped UserFields fields) {
    Register command() {
        return new Register(username, password, fields.create(username.value()));
    }
}
