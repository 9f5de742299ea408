package dev.cairn.domain.setting;

import dev.cairn.domain.kernel.Components;
import dev.cairn.domain.kernel.Json;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the settings that the product knows: a record of booleans, numbers and texts, each stored under its
 * component's name.
 */
public final class KnownSettings {
    private static final String NULL = "null";

    private KnownSettings() {}

    /** Returns the settings with the stored values, and the defaults for the rest. */
    public static <R extends Record> R read(R defaults, Map<SettingKey, Json> set) {
        return Components.map(defaults, (name, standard) -> {
            Json json = set.get(new SettingKey(name));
            return json == null ? standard : value(json.text());
        });
    }

    /** Returns the value of each setting by key. */
    public static SortedMap<SettingKey, Json> values(Record settings) {
        SortedMap<SettingKey, Json> values = new TreeMap<>();
        Components.fields(settings).forEach((name, value) -> values.put(new SettingKey(name), json(value)));
        return values;
    }

    /** Writes a value as JSON; texts of settings contain no character that has to be escaped. */
    private static Json json(@Nullable Object value) {
        return new Json(value instanceof String text ? '"' + text + '"' : String.valueOf(value));
    }

    private static @Nullable Object value(String text) {
        return switch (text) {
            case NULL -> null;
            case "true", "false" -> Boolean.valueOf(text);
            case String quoted when quoted.startsWith("\"") -> quoted.substring(1, quoted.length() - 1);
            case String whole
            when whole.chars().allMatch(c -> c == '-' || Character.isDigit(c)) -> Integer.valueOf(whole);
            default -> Double.valueOf(text);
        };
    }
}
