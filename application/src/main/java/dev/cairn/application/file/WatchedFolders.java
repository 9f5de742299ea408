package dev.cairn.application.file;

import dev.cairn.application.job.Jobs;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.file.ProjectFolder;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.Caller;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Has a folder indexed again when something in it changed, without a user's request (X4). */
public record WatchedFolders(UnitOfWork work, FileStores stores, Jobs jobs) implements FolderWatches.Listener {
    private static final Logger LOG = System.getLogger(WatchedFolders.class.getName());

    /** Has every folder that has an index looked through, where nobody watched them until now, or other rules hold. */
    public void lookThrough() {
        work.read(() -> stores.folders().findIndexed()).forEach(this::lookThrough);
    }

    /** Requests an index run. A failure of the database is logged only, because the server can still serve reads. */
    private void lookThrough(Id<Project> project) {
        try {
            changed(project);
        } catch (Unavailable e) {
            LOG.log(Level.WARNING, "A folder could not be looked through: " + e.getMessage());
        }
    }

    @Override
    public FolderWatches.Outcome changed(Id<Project> project) {
        FolderWatches.Outcome now = work.read(() -> outcome(project));
        return now == FolderWatches.Outcome.EXPECTED
                ? work.write(Caller.system(), act -> {
                    FolderWatches.Outcome then = outcome(project);
                    if (then == FolderWatches.Outcome.EXPECTED) {
                        stores.index(jobs, act, project, false);
                    }
                    return then;
                })
                : now;
    }

    private FolderWatches.Outcome outcome(Id<Project> project) {
        Optional<ProjectFolder> folder = stores.projects()
                .find(project)
                .filter(found ->
                        !found.lifecycle().archived() && found.content().localPath() != null)
                .flatMap(_ -> stores.folders().find(project));
        boolean runs = jobs.find(JobKind.INDEX, project)
                .filter(job -> job.status() == JobStatus.RUNNING)
                .isPresent();
        if (folder.isPresent() && runs) {
            return FolderWatches.Outcome.RUNNING;
        }
        return folder.isPresent() && folder.get().indexedAt() != null
                ? FolderWatches.Outcome.EXPECTED
                : FolderWatches.Outcome.OVER;
    }
}
