package dev.cairn.application.interchange;

import dev.cairn.application.artifact.ArtifactStores;
import dev.cairn.application.conversation.ConversationStores;
import dev.cairn.application.project.PlainPart;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.domain.interchange.AliasRepository;
import dev.cairn.domain.interchange.StagingRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingRepository;
import java.util.List;

/** The stores of an import, and the plain parts of a project, which have their own. */
public record ImportStores(
        TicketStores work,
        QueueRepository queues,
        QueueItemRepository items,
        ArtifactStores artifacts,
        ConversationStores talk,
        SettingRepository settings,
        AliasRepository aliases,
        StagingRepository stagings,
        List<PlainPart<?>> parts) {
    ProjectRepository projects() {
        return work.projects();
    }

    ProjectSettings settings(Project project) {
        return ProjectSettings.of(settings.all(new SettingHome.OfProject(project.id())));
    }
}
