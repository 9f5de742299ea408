package dev.cairn.application.user;

import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.activity.Facts;
import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;

/** The fields of users and their preferences that the log shows; a new field does not compile before it is one of them. */
final class UserFacts {
    private UserFacts() {}

    static Difference between(User before, User after) {
        return Difference.between(of(before), of(after));
    }

    static Difference between(Preferences before, Preferences after) {
        return Difference.between(of(before), of(after));
    }

    private static Facts of(User user) {
        return of(user.content()).with("systemRole", user.systemRole()).with("deactivatedAt", user.deactivatedAt());
    }

    private static Facts of(UserContent content) {
        return switch (content) {
            case UserContent(var name, var email, var avatarUrl, var presence) ->
                new Facts()
                        .with("name", name)
                        .with("email", email)
                        .with("avatarUrl", avatarUrl)
                        .with("presence", presence);
        };
    }

    private static Facts of(Preferences preferences) {
        return switch (preferences) {
            case Preferences(var theme, var language, var timezone) ->
                new Facts().with("theme", theme).with("language", language).with("timezone", timezone);
        };
    }
}
