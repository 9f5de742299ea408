package dev.cairn.application.file;

import dev.cairn.application.job.Attempt;
import dev.cairn.application.job.Ending;
import dev.cairn.application.job.JobHandler;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Indexes folders. At most one run of a project is live, because one job of a kind is live for a subject (R51). */
public record IndexHandler(
        UnitOfWork work, FileStores stores, Folders folders, FolderWatches watches, Summaries summaries)
        implements JobHandler {
    /** The time during which another server that sees the folder may take the job. */
    private static final Duration LOOKED_FOR = Duration.ofMinutes(5);

    @Override
    public JobKind kind() {
        return JobKind.INDEX;
    }

    /**
     * Runs on a platform thread of its own, because it computes for long and reading a file pins the carrier of a
     * virtual thread.
     */
    @Override
    public Ending run(Attempt attempt) throws InterruptedException {
        FutureTask<Ending> run = new FutureTask<>(() -> index(attempt));
        Thread.ofPlatform().daemon().name("cairn-index-" + attempt.job().id()).start(run);
        try {
            return run.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Ending index(Attempt attempt) {
        try {
            return new IndexRun(work, stores, folders, watches, summaries, attempt).run();
        } catch (Conflict refused) {
            return isElsewhere(attempt.job(), refused) ? new Ending.Elsewhere() : new Ending.Hopeless(refused.reason());
        }
    }

    /**
     * Whether another server may see the folder: the one that accepted the request did, and servers on one database may
     * be on different machines.
     */
    private boolean isElsewhere(Job job, Conflict refused) {
        return refused.code() != ErrorCode.FOLDER_REQUIRED
                && !work.alone()
                && work.now().isBefore(job.createdAt().plus(LOOKED_FOR));
    }

    /** Does nothing: the next run indexes what this one did not. */
    @Override
    public void gaveUp(Act act, Job job, String error) {}
}
