package dev.cairn.http.user;

import dev.cairn.application.user.UserService;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the users that a request names: by id, or by username, which {@code @} may mark as such. */
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

    /** Finds whom a parameter names, if it does. */
    public @Nullable Id<User> asked(Caller caller, @Nullable String user, String parameter) {
        return user == null ? null : id(caller, user, parameter);
    }

    /** @param field the list that names them */
    public List<Id<User>> ids(Caller caller, List<String> users, String field) {
        return IntStream.range(0, users.size())
                .mapToObj(i -> id(caller, users.get(i), field + "/" + i))
                .toList();
    }
}
