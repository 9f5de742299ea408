package dev.cairn.domain.setting;

import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Limits;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the whole system.
 *
 * @param openRegistration whether people make accounts by themselves; if not, admins do
 * @param activityRetentionDays how long the log keeps its entries: 1 to {@value #RETENTION_DAYS_MAX}, or null for ever
 */
@RecordBuilder
public record SystemSettings(
        boolean openRegistration, @Nullable Integer activityRetentionDays) implements SystemSettingsBuilder.With {
    public static final int RETENTION_DAYS_MAX = 36_500;
    public static final SystemSettings DEFAULT = new SystemSettings(true, null);

    private static final SettingKey OPEN_REGISTRATION = new SettingKey("openRegistration");
    private static final SettingKey ACTIVITY_RETENTION_DAYS = new SettingKey("activityRetentionDays");
    private static final String NULL = "null";

    public SystemSettings {
        activityRetentionDays =
                Limits.optionalRange("activityRetentionDays", activityRetentionDays, 1, RETENTION_DAYS_MAX);
    }

    /** What was set, and the default for the rest. */
    public static SystemSettings of(Map<SettingKey, Json> set) {
        Json open = set.get(OPEN_REGISTRATION);
        Json days = set.get(ACTIVITY_RETENTION_DAYS);
        return new SystemSettings(
                open == null ? DEFAULT.openRegistration : Boolean.parseBoolean(open.text()),
                days == null || days.text().equals(NULL) ? null : Integer.valueOf(days.text()));
    }

    /** Each setting by its key. */
    public SortedMap<SettingKey, Json> values() {
        return new TreeMap<>(Map.of(
                OPEN_REGISTRATION, new Json(String.valueOf(openRegistration)),
                ACTIVITY_RETENTION_DAYS, new Json(String.valueOf(activityRetentionDays))));
    }
}
