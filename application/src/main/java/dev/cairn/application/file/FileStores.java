package dev.cairn.application.file;

import dev.cairn.application.job.Jobs;
import dev.cairn.application.work.Act;
import dev.cairn.domain.file.FileImportRepository;
import dev.cairn.domain.file.FileWordRepository;
import dev.cairn.domain.file.IndexReport;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.file.ProjectFolderRepository;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.setting.SystemSettings;

/** The stores that the use cases of files share. */
public record FileStores(
        ProjectRepository projects,
        ProjectFolderRepository folders,
        ProjectFileRepository files,
        FileWordRepository words,
        FileImportRepository imports,
        JobRepository jobs,
        SettingRepository settings) {
    SystemSettings system() {
        return SystemSettings.of(settings.all(SettingHome.SYSTEM));
    }

    /**
     * Adds a run over a folder, unless one is live. Where a full one is asked for, one that waits becomes it, and it takes the place of
     * one that is running.
     */
    Job index(Jobs runs, Act act, Id<Project> project, boolean full) {
        Job job = runs.add(act, JobKind.INDEX, project, null);
        IndexReport known = job.report();
        boolean partial = full && known != null && !known.full();
        if (partial && job.status() == JobStatus.RUNNING && runs.cancel(act, job)) {
            return index(runs, act, project, true);
        }
        if (known == null || partial) {
            jobs.report(job.id(), IndexReport.starting(full));
        }
        return jobs.find(job.id()).orElse(job);
    }

    /** Returns the current rules for files that are left out. */
    FolderRules rules() {
        SystemSettings system = system();
        return new FolderRules(system.indexFileBytes(), system.secretPatterns());
    }
}
