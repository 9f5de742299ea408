package dev.cairn.http.user;

import dev.cairn.application.user.UserService;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import jakarta.inject.Singleton;

/** Finds the user that a request names: by id, or by username, which {@code @} may mark as such. */
@Singleton
public record UserNames(UserService users) {
    public Id<User> id(Caller caller, String user) {
        return Id.isId(user) ? Id.parse(user) : users.named(caller, user);
    }

    /** @param place where the request names it */
    public Id<User> id(Caller caller, String user, String place) {
        try {
            return id(caller, user);
        } catch (Invalid invalid) {
            throw invalid.at(place);
        }
    }
}
