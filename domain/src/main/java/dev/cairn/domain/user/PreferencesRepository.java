package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;

/** Stores preferences. A user asks for their own only; the use case sees to that. */
public interface PreferencesRepository {
    /** Answers the preferences of a user, the defaults when they never set any. */
    Preferences of(Id<User> user);

    /** Stores the preferences of a user in place of those before. */
    void save(Id<User> user, Preferences preferences);
}
