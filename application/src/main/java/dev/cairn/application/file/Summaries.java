package dev.cairn.application.file;

import dev.cairn.application.agent.Budget;
import dev.cairn.application.job.Jobs;
import dev.cairn.application.work.Act;
import dev.cairn.domain.agent.ModelConfig;
import dev.cairn.domain.agent.RunError;
import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.agent.SummaryUse;
import dev.cairn.domain.agent.SummaryUseRepository;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ModelProviderRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.setting.SettingHome;
import java.time.Instant;
import java.util.Optional;

/** Finds the provider for a project's file summaries, starts the job and stores its usage (R53, T5). */
public record Summaries(
        FileStores stores, ModelProviderRepository providers, SummaryUseRepository uses, Budget budget, Jobs jobs) {
    /** Returns the default provider of the project's owner if the project allows a model to read its files. */
    Optional<ModelProvider> writer(Id<Project> id) {
        return stores.projects()
                .find(id)
                .filter(project -> !project.lifecycle().archived())
                .filter(project -> ProjectSettings.of(stores.settings().all(new SettingHome.OfProject(id)))
                        .modelSummaries())
                .flatMap(project -> providers.findDefault(project.ownerId()));
    }

    /** Returns the error that forbids further summaries today (T5); empty when there is none. */
    Optional<RunError> refusal(Id<Project> project, Instant now) {
        return budget.ofProject(project, now);
    }

    /** Stores the usage of one summary. */
    void took(Act act, Id<Project> project, ModelProvider provider, RunUsage usage) {
        RunUsage priced = usage.at(ModelConfig.DEFAULT.priceAt(provider.content()));
        uses.insert(new SummaryUse(act.newId(), project, provider.ownerId(), priced, act.now()));
    }

    /** Adds a job for the summaries when there are files without one. */
    void begin(Act act, Id<Project> project) {
        writer(project)
                .filter(_ -> !stores.files().findUnsummarized(project, "", 1).isEmpty())
                .ifPresent(provider -> jobs.add(act, JobKind.SUMMARY, project, provider.id()));
    }
}
