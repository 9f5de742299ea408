package dev.cairn.domain.setting;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import java.util.regex.Pattern;

/** The name of a setting: a letter, then up to 99 of letters, digits, dot, dash and underscore. */
public record SettingKey(String value) implements Comparable<SettingKey> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,99}");

    public SettingKey {
        if (!FORM.matcher(value).matches()) {
            throw Invalid.of(
                    ErrorCode.FORMAT,
                    "key",
                    "'%s' is not a setting's key: a letter, then letters, digits, '.', '-' and '_', 100 at most"
                            .formatted(Text.excerpt(value)));
        }
    }

    @Override
    public int compareTo(SettingKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
