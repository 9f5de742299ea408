package dev.cairn.domain.setting;

import dev.cairn.domain.kernel.Components;
import dev.cairn.domain.kernel.Json;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings that the product knows: a record of truth values and whole numbers, kept one by one under its components' names. */
public final class KnownSettings {
    private static final String NULL = "null";

    private KnownSettings() {}

    /** What was set, and the default for the rest. */
    public static <R extends Record> R read(R defaults, Map<SettingKey, Json> set) {
        return Components.map(defaults, (name, standard) -> {
            Json json = set.get(new SettingKey(name));
            return json == null ? standard : value(json.text());
        });
    }

    /** Each setting by its key. */
    public static SortedMap<SettingKey, Json> values(Record settings) {
        SortedMap<SettingKey, Json> values = new TreeMap<>();
        Components.fields(settings)
                .forEach((name, value) -> values.put(new SettingKey(name), new Json(String.valueOf(value))));
        return values;
    }

    private static @Nullable Object value(String text) {
        return switch (text) {
            case NULL -> null;
            case "true", "false" -> Boolean.valueOf(text);
            default -> Integer.valueOf(text);
        };
    }
}
