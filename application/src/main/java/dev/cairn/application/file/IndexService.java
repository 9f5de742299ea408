package dev.cairn.application.file;

import dev.cairn.application.job.Jobs;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.file.ProjectFolder;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Use cases of indexing the folders of projects in the background (R51). */
public final class IndexService {
    private final UnitOfWork work;
    private final FileStores stores;
    private final Folders folders;
    private final Jobs jobs;

    public IndexService(UnitOfWork work, FileStores stores, Folders folders, Jobs jobs) {
        this.work = work;
        this.stores = stores;
        this.folders = folders;
        this.jobs = jobs;
    }

    /**
     * Has the project's folder indexed; where that is under way, answers that run. An admin may have any folder indexed, other editors
     * one that was before, or that lies below those of the setting {@code indexFolders}: whoever reads an index reads the files of the
     * machine. Conflicts: {@code folder_required}, {@code folder_not_found}, {@code folder_refused}, {@code file_names_not_utf8},
     * {@code project_archived}.
     *
     * @param full whether files are read whose size and time did not change
     * @throws Denied {@code admin_required}
     */
    public IndexJob start(Caller caller, ProjectRef ref, boolean full) {
        Access access = Access.write(caller);
        Project found = work.read(() -> stores.projects().require(access, ref)).requireWritable();
        String path = found.content().localPath();
        if (path == null) {
            throw new Conflict(
                    ErrorCode.FOLDER_REQUIRED, "Project %s has no folder: set its localPath".formatted(found.key()));
        }
        String root = caller.isAdmin() ? folders.resolve(path) : resolved(found.id(), path);
        return work.write(caller, act -> {
            Project project = stores.projects().require(access, ref).requireWritable();
            requireAllowed(caller, project.id(), root);
            stores.folders().put(project.id(), root);
            return IndexJob.of(stores.index(jobs, act, project.id(), full));
        });
    }

    /** Resolves a path for others than admins, who learn nothing of folders that they may not have indexed. */
    private String resolved(Id<Project> project, String path) {
        Optional<String> before = work.read(() -> before(project));
        boolean named = said(path)
                .filter(folder ->
                        before.filter(folder.toString()::equals).isPresent() || work.read(() -> isBelowThose(folder)))
                .isPresent();
        if (!named && before.isEmpty()) {
            throw refused();
        }
        try {
            return folders.resolve(path);
        } catch (Conflict e) {
            throw named ? e : refused();
        }
    }

    private void requireAllowed(Caller caller, Id<Project> project, String root) {
        if (!caller.isAdmin() && before(project).filter(root::equals).isEmpty() && !isBelowThose(Path.of(root))) {
            throw refused();
        }
    }

    private Optional<String> before(Id<Project> project) {
        return stores.folders().find(project).map(ProjectFolder::root);
    }

    private static Optional<Path> said(String path) {
        try {
            return Optional.of(Path.of(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private boolean isBelowThose(Path folder) {
        return stores.system().folders().stream().map(Path::of).anyMatch(folder::startsWith);
    }

    private static Denied refused() {
        return new Denied(
                ErrorCode.ADMIN_REQUIRED,
                "Only an admin may have this folder indexed; admins say in the setting indexFolders where others may");
    }

    /** @throws dev.cairn.domain.error.NotFound when it is none, or of a project that the caller cannot see */
    public IndexJob get(Caller caller, Id<Job> id) {
        Access access = Access.read(caller);
        return work.read(() -> IndexJob.of(stores.jobs().require(access, JobKind.INDEX, id)));
    }

    /** Cancels a run; what it has indexed so far stays. Conflict {@code job_ended} when it has ended. */
    public IndexJob cancel(Caller caller, Id<Job> id) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Job job = stores.jobs().require(access, JobKind.INDEX, id);
            if (!jobs.cancel(act, job)) {
                throw new Conflict(ErrorCode.JOB_ENDED, "This job has ended already");
            }
            return IndexJob.of(stores.jobs().find(id).orElse(job));
        });
    }
}
