package dev.cairn.application.setting;

import dev.cairn.application.work.Fields;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.project.ProjectSettings;

/** The settings of a project that a client may change, each optional (R10). */
public record ProjectSettingsFields(Change<Boolean> autoCompleteTickets) {
    public ProjectSettingsFields {
        Fields.notNull("autoCompleteTickets", autoCompleteTickets);
    }

    ProjectSettings over(ProjectSettings current) {
        return new ProjectSettings(autoCompleteTickets.over(current.autoCompleteTickets()));
    }
}
