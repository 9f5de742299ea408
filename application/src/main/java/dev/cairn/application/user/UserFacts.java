package dev.cairn.application.user;

import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.activity.Facts;
import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.User;

/** The fields of users and their preferences that the log shows; a new field of a content is one of them. */
final class UserFacts {
    private UserFacts() {}

    static Difference between(User before, User after) {
        return Difference.between(of(before), of(after));
    }

    static Difference between(Preferences before, Preferences after) {
        return Difference.between(Facts.of(before), Facts.of(after));
    }

    private static Facts of(User user) {
        return Facts.of(user.content())
                .with("systemRole", user.systemRole())
                .with("deactivatedAt", user.deactivatedAt());
    }
}
