package dev.cairn.domain.setting;

import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Networks;
import dev.cairn.domain.model.AddressRules;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the whole system.
 *
 * @param openRegistration whether people make accounts by themselves; if not, admins do
 * @param activityRetentionDays how long the log keeps its entries: 1 to {@value #RETENTION_DAYS_MAX}, or null for ever
 * @param modelNetworks private networks in which providers of models may be, as {@link Networks} writes them; empty for none (T6)
 * @param repliesPerProvider how many answers of agents one provider of models is asked for at once, by all servers (L26): 1 to {@value
 *     #REPLIES_MAX}; more of them wait
 */
@RecordBuilder
public record SystemSettings(
        boolean openRegistration, @Nullable Integer activityRetentionDays, String modelNetworks, int repliesPerProvider)
        implements SystemSettingsBuilder.With {
    public static final int RETENTION_DAYS_MAX = 36_500;
    public static final int REPLIES_MAX = 100;
    public static final SystemSettings DEFAULT = new SystemSettings(true, null, "", 4);

    public SystemSettings {
        activityRetentionDays =
                Limits.optionalRange("activityRetentionDays", activityRetentionDays, 1, RETENTION_DAYS_MAX);
        Limits.range("repliesPerProvider", repliesPerProvider, 1, REPLIES_MAX);
        modelNetworks = AddressRules.requirePrivate("modelNetworks", Networks.parse("modelNetworks", modelNetworks))
                .toString();
    }

    /** Answers the private networks in which providers of models may be. */
    public Networks networks() {
        return Networks.parse("modelNetworks", modelNetworks);
    }

    /** Answers what was set, and the default for the rest. */
    public static SystemSettings of(Map<SettingKey, Json> set) {
        return KnownSettings.read(DEFAULT, set);
    }
}
