package dev.cairn.http.user;

import dev.cairn.application.user.UserService;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import dev.cairn.http.wire.Api;
import jakarta.inject.Singleton;

/** Finds the user that a request names: by id, or by username, which {@code @} may mark as such. */
@Singleton
public final class UserNames {
    private final Api api;
    private final UserService users;

    UserNames(Api api, UserService users) {
        this.api = api;
        this.users = users;
    }

    public Id<User> id(String user) {
        return Id.isId(user) ? Id.parse(user) : users.named(api.caller(), user);
    }
}
