package dev.cairn.http.user;

import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserType;
import dev.cairn.domain.user.Username;
import dev.cairn.http.door.BodyReader;
import dev.cairn.http.door.Repetition;
import dev.cairn.json.FieldReader;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** A new user: an agent of the caller's, or, by an admin, a human with an account, whose password is a secret. */
sealed interface NewUser {

    /** A new agent of the caller's. */
    record Agent(UserContent content) implements NewUser {}

    /** A new user who logs in. */
    record Human(Registration registration) implements NewUser {}

    /** Tells one from the other. */
    @Singleton
    record Reader(AccountsSwitch accounts) implements BodyReader<NewUser> {
        @Override
        public Class<NewUser> type() {
            return NewUser.class;
        }

        @Override
        public NewUser read(FieldReader object, HttpRequest<?> request) {
            return switch (object.require("type", UserType.class)) {
                case AGENT -> new Agent(object.partial(UserContent.class).create("name", UserContent::named));
                case HUMAN -> {
                    Repetition.refuse(request);
                    accounts.requireOn();
                    yield new Human(new Registration(
                            object.require("username", Username.class),
                            object.require("password", Password.class),
                            object.partial(UserContent.class)));
                }
            };
        }
    }
}
