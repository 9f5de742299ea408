package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filter for lists of users.
 *
 * @param active null for both
 * @param ownerId the agents of this human
 * @param text found in the name, ignoring case; it matches itself (R9)
 */
public record UserFilter(
        List<UserType> types,
        @Nullable Boolean active,
        @Nullable Id<User> ownerId,
        @Nullable String text) {
    public static final int TEXT_MAX = 256;
    public static final UserFilter ANY = new UserFilter(List.of(), null, null, null);

    public UserFilter {
        types = List.copyOf(types);
        text = Text.optional("text", text, TEXT_MAX);
    }
}
