package dev.cairn.json;

import dev.cairn.application.artifact.ArtifactDraft;
import dev.cairn.application.queue.ItemPlace;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TicketDraft;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.UserContent;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What clients edit, and which of its fields may be null. */
final class Edited {
    private Edited() {}

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of(
                        TicketDraft.class, Set.of("assigneeId", "parentId", "estimatedMinutes", "dueAt", "position")),
                Arguments.of(TaskDraft.class, Set.of("description", "estimatedMinutes", "assigneeId")),
                Arguments.of(QueueContent.class, Set.of("description", "feeds")),
                Arguments.of(WorkFilter.class, Set.of("minPriority")),
                Arguments.of(ItemPlace.class, Set.of("position")),
                Arguments.of(ProjectContent.class, Set.of("localPath", "gitUrl", "branch")),
                Arguments.of(UserContent.class, Set.of("email", "avatarUrl")),
                Arguments.of(Preferences.class, Set.of("language", "timezone")),
                Arguments.of(SystemSettings.class, Set.of("activityRetentionDays")),
                Arguments.of(ProjectSettings.class, Set.of("agentTokensPerDay", "agentCostPerDay")),
                Arguments.of(ArtifactDraft.class, Set.of()));
    }
}
