package dev.cairn.application.user;

import dev.cairn.application.work.Fields;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.user.Presence;
import dev.cairn.domain.user.UserContent;
import org.jspecify.annotations.Nullable;

/** The fields of a user that a client may give, each optional (R10). */
public record UserFields(
        Change<String> name,
        Change<@Nullable String> email,
        Change<@Nullable String> avatarUrl,
        Change<Presence> presence) {

    public UserFields {
        Fields.notNull("name", name);
        Fields.notNull("presence", presence);
    }

    public static UserFields named(String name) {
        return new UserFields(Change.to(name), Change.keep(), Change.keep(), Change.keep());
    }

    /** A new user; without a name of their own they are called {@code standard}. */
    public UserContent create(String standard) {
        return over(UserContent.named(name.over(standard)));
    }

    UserContent over(UserContent current) {
        return new UserContent(
                name.over(current.name()),
                email.over(current.email()),
                avatarUrl.over(current.avatarUrl()),
                presence.over(current.presence()));
    }
}
