package dev.cairn.domain.user;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A user's display preferences.
 *
 * @param language a BCP 47 tag, in its canonical form
 * @param timezone an IANA name, or an offset
 */
@RecordBuilder
public record Preferences(
        Theme theme, @Nullable String language, @Nullable String timezone) implements PreferencesBuilder.With {
    public static final int LANGUAGE_MAX = 35;
    public static final int TIMEZONE_MAX = 50;
    public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, null, null);

    public Preferences {
        language = checkedLanguage(Text.optional("language", language, LANGUAGE_MAX));
        timezone = checkedZone(Text.optional("timezone", timezone, TIMEZONE_MAX));
    }

    private static @Nullable String checkedLanguage(@Nullable String tag) {
        try {
            return tag == null
                    ? null
                    : Text.of(
                            "language",
                            new Locale.Builder().setLanguageTag(tag).build().toLanguageTag(),
                            1,
                            LANGUAGE_MAX);
        } catch (IllformedLocaleException e) {
            throw Invalid.of(
                    ErrorCode.FORMAT,
                    "language",
                    "'%s' is not a language like de or pt-BR".formatted(Text.excerpt(tag)));
        }
    }

    private static @Nullable String checkedZone(@Nullable String zone) {
        try {
            return zone == null ? null : ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw Invalid.of(
                    ErrorCode.FORMAT,
                    "timezone",
                    "'%s' is not a time zone like Europe/Berlin".formatted(Text.excerpt(zone)));
        }
    }
}
