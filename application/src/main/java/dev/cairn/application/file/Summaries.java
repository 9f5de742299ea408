package dev.cairn.application.file;

import dev.cairn.application.job.Jobs;
import dev.cairn.application.work.Act;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ModelProviderRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.setting.SettingHome;
import java.util.Optional;

/** Says who writes the summaries of a project's files, and has them written (R53). */
public final class Summaries {
    private final FileStores stores;
    private final ModelProviderRepository providers;
    private final Jobs jobs;

    public Summaries(FileStores stores, ModelProviderRepository providers, Jobs jobs) {
        this.stores = stores;
        this.providers = providers;
        this.jobs = jobs;
    }

    /** The default provider of the project's owner, where the project wants its files told to a model. */
    Optional<ModelProvider> writer(Id<Project> id) {
        return stores.projects()
                .find(id)
                .filter(project -> !project.lifecycle().archived())
                .filter(project -> ProjectSettings.of(stores.settings().all(new SettingHome.OfProject(id)))
                        .modelSummaries())
                .flatMap(project -> providers.findDefault(project.ownerId()));
    }

    /** Has them written, where there are files without one. */
    void begin(Act act, Id<Project> project) {
        writer(project)
                .filter(_ -> !stores.files().findUnsummarized(project, "", 1).isEmpty())
                .ifPresent(provider -> jobs.add(act, JobKind.SUMMARY, project, provider.id()));
    }
}
