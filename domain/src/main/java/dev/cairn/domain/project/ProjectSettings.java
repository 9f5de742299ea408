package dev.cairn.domain.project;

import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.setting.KnownSettings;
import dev.cairn.domain.setting.SettingKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of one project.
 *
 * @param autoCompleteTickets whether a ticket completes by itself with its last open task (R29)
 * @param agentTokensPerDay how many tokens answers of agents and summaries of files may take in the project in a day of UTC (T5); null for any number
 * @param agentCostPerDay the most that they may cost in a day of UTC, in the currency of the prices; null for no limit
 * @param modelSummaries whether the model of the owner's default provider reads the files and summarizes them (R53)
 */
@RecordBuilder
public record ProjectSettings(
        boolean autoCompleteTickets,
        @Nullable Integer agentTokensPerDay,
        @Nullable Double agentCostPerDay,
        boolean modelSummaries)
        implements ProjectSettingsBuilder.With {
    public static final int TOKENS_MAX = 1_000_000_000;
    public static final double COST_MAX = 1_000_000;
    public static final ProjectSettings DEFAULT = new ProjectSettings(true, null, null, false);

    public ProjectSettings {
        agentTokensPerDay = Limits.optionalRange("agentTokensPerDay", agentTokensPerDay, 1, TOKENS_MAX);
        agentCostPerDay = Limits.optionalRange("agentCostPerDay", agentCostPerDay, 0, COST_MAX);
    }

    /** Returns the settings with the stored values, and the defaults for the rest. */
    public static ProjectSettings of(Map<SettingKey, Json> set) {
        return KnownSettings.read(DEFAULT, set);
    }
}
