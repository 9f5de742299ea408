package dev.cairn.persistence.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.PreferencesRepository;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The store of preferences. */
@Store
abstract class PreferencesStore implements PreferencesRepository, GenericRepository<PreferencesRow, Long> {
    abstract Optional<PreferencesRow> findByUserId(long userId);

    @Query("""
            INSERT INTO preferences (user_id, theme, language, timezone)
            VALUES (:userId, :theme, :language, :timezone)
            ON CONFLICT (user_id) DO UPDATE
               SET theme = excluded.theme, language = excluded.language, timezone = excluded.timezone
            """)
    abstract void put(PreferencesRow row);

    @Override
    public Preferences of(Id<User> user) {
        return findByUserId(user.value())
                .map(row -> Errors.reading(row, PreferencesRow::toDomain))
                .orElse(Preferences.DEFAULT);
    }

    @Override
    public void save(Id<User> user, Preferences preferences) {
        put(new PreferencesRow(user.value(), preferences.theme(), preferences.language(), preferences.timezone()));
    }
}
