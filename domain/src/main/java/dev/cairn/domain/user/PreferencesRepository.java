package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;

/** The store of preferences. */
public interface PreferencesRepository {
    /** The default for a user who never said. */
    Preferences of(Id<User> user);

    void save(Id<User> user, Preferences preferences);
}
