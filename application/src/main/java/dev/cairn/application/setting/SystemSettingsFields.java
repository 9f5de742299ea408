package dev.cairn.application.setting;

import dev.cairn.application.work.Fields;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.setting.SystemSettings;
import org.jspecify.annotations.Nullable;

/** The settings of the system that an admin may change, each optional (R10). */
public record SystemSettingsFields(Change<Boolean> openRegistration, Change<@Nullable Integer> activityRetentionDays) {
    public SystemSettingsFields {
        Fields.notNull("openRegistration", openRegistration);
    }

    SystemSettings over(SystemSettings current) {
        return new SystemSettings(
                openRegistration.over(current.openRegistration()),
                activityRetentionDays.over(current.activityRetentionDays()));
    }
}
