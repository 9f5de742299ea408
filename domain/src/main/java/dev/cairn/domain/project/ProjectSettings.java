package dev.cairn.domain.project;

import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.setting.KnownSettings;
import dev.cairn.domain.setting.SettingKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;

/**
 * Settings of one project.
 *
 * @param autoCompleteTickets whether a ticket completes by itself with its last open task (R29)
 */
@RecordBuilder
public record ProjectSettings(boolean autoCompleteTickets) implements ProjectSettingsBuilder.With {
    public static final ProjectSettings DEFAULT = new ProjectSettings(true);

    /** What was set, and the default for the rest. */
    public static ProjectSettings of(Map<SettingKey, Json> set) {
        return KnownSettings.read(DEFAULT, set);
    }
}
