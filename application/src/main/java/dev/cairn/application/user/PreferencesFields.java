package dev.cairn.application.user;

import dev.cairn.application.work.Fields;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.Theme;
import org.jspecify.annotations.Nullable;

/** The preferences that a client may give, each optional (R10). */
public record PreferencesFields(
        Change<Theme> theme, Change<@Nullable String> language, Change<@Nullable String> timezone) {
    public PreferencesFields {
        Fields.notNull("theme", theme);
    }

    Preferences over(Preferences current) {
        return new Preferences(
                theme.over(current.theme()), language.over(current.language()), timezone.over(current.timezone()));
    }
}
