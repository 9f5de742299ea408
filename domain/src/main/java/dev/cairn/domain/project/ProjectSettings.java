package dev.cairn.domain.project;

import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.setting.SettingKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings of one project.
 *
 * @param autoCompleteTickets whether a ticket completes by itself with its last open task (R29)
 */
@RecordBuilder
public record ProjectSettings(boolean autoCompleteTickets) implements ProjectSettingsBuilder.With {
    public static final ProjectSettings DEFAULT = new ProjectSettings(true);

    private static final SettingKey AUTO_COMPLETE_TICKETS = new SettingKey("autoCompleteTickets");

    /** What was set, and the default for the rest. */
    public static ProjectSettings of(Map<SettingKey, Json> set) {
        Json auto = set.get(AUTO_COMPLETE_TICKETS);
        return auto == null ? DEFAULT : new ProjectSettings(Boolean.parseBoolean(auto.text()));
    }

    /** Each setting by its key. */
    public SortedMap<SettingKey, Json> values() {
        return new TreeMap<>(Map.of(AUTO_COMPLETE_TICKETS, new Json(String.valueOf(autoCompleteTickets))));
    }
}
