package dev.cairn.domain.setting;

import dev.cairn.domain.kernel.Json;
import java.util.Map;

/**
 * Settings of the whole system.
 *
 * @param openRegistration whether people make accounts by themselves; if not, admins do
 */
public record SystemSettings(boolean openRegistration) {
    public static final SystemSettings DEFAULT = new SystemSettings(true);

    private static final SettingKey OPEN_REGISTRATION = new SettingKey("openRegistration");

    /** What was set, and the default for the rest. */
    public static SystemSettings of(Map<SettingKey, Json> set) {
        Json open = set.get(OPEN_REGISTRATION);
        return new SystemSettings(open == null ? DEFAULT.openRegistration : Boolean.parseBoolean(open.text()));
    }

    /** Each setting by its key. */
    public Map<SettingKey, Json> values() {
        return Map.of(OPEN_REGISTRATION, new Json(String.valueOf(openRegistration)));
    }
}
