package dev.cairn.persistence.user;

import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.Theme;
import dev.cairn.domain.user.User;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code preferences}. */
@MappedEntity("preferences")
record PreferencesRow(
        @Id @References(value = User.class, onDelete = OnDelete.CASCADE)
        long userId,

        Theme theme,

        @Length(min = 1, max = Preferences.LANGUAGE_MAX) @Nullable
        String language,

        @Length(min = 1, max = Preferences.TIMEZONE_MAX) @Nullable
        String timezone) {
    Preferences toDomain() {
        return new Preferences(theme, language, timezone);
    }
}
