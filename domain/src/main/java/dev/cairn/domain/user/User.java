package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Text;

/** A human or an agent who acts in Cairn. */
public record User(Id<User> id, UserType type, String name, Lifecycle lifecycle) {
    public static final int NAME_MAX = 100;
    public static final String LOCAL_OWNER_NAME = "owner";

    public User {
        name = Text.of("name", name, 1, NAME_MAX);
    }

    public boolean active() {
        return !lifecycle.archived();
    }
}
