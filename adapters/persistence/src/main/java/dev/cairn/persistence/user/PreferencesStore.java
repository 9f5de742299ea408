package dev.cairn.persistence.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.PreferencesRepository;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Sql;
import jakarta.inject.Singleton;

/** The store of preferences. */
@Singleton
final class PreferencesStore implements PreferencesRepository {
    private static final String SAVE = """
            INSERT INTO preferences (user_id, theme, language, timezone) VALUES (?, ?, ?, ?)
            ON CONFLICT (user_id) DO UPDATE
               SET theme = excluded.theme, language = excluded.language, timezone = excluded.timezone
            """;

    private final Sql sql;
    private final String find;

    PreferencesStore(Sql sql) {
        this.sql = sql;
        this.find = "SELECT " + sql.type(PreferencesRow.class).select("p") + " FROM preferences p WHERE user_id = ?";
    }

    @Override
    public Preferences of(Id<User> user) {
        return sql.first(find, row -> row.as(PreferencesRow.class).toDomain(), user)
                .orElse(Preferences.DEFAULT);
    }

    @Override
    public void save(Id<User> user, Preferences preferences) {
        sql.update(SAVE, user, preferences.theme(), preferences.language(), preferences.timezone());
    }
}
