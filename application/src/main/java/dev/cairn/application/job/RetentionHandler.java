package dev.cairn.application.job;

import dev.cairn.application.activity.RetentionService;
import dev.cairn.application.idempotency.IdempotencyService;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Deletes old entries of the log, old answers to repeated requests, and ended jobs. */
public record RetentionHandler(UnitOfWork work, JobRepository jobs, RetentionService log, IdempotencyService answers)
        implements JobHandler {
    /** The subject of the job: the whole system. */
    public static final Id<?> SUBJECT = new Id<>(1);

    private static final Logger LOG = System.getLogger(RetentionHandler.class.getName());
    private static final Duration JOBS_KEPT = Duration.ofDays(7);
    private static final int SLICE_SIZE = 500;

    @Override
    public JobKind kind() {
        return JobKind.RETENTION;
    }

    @Override
    public Ending run(Attempt attempt) {
        BooleanSupplier stopped = () -> attempt.reason() != null;
        int shortened = log.apply(Caller.system(), stopped);
        answers.forgetOld(stopped);
        int ended;
        do {
            ended = work.bulk(Caller.system(), act -> jobs.deleteEnded(act.now().minus(JOBS_KEPT), SLICE_SIZE));
        } while (ended == SLICE_SIZE && !stopped.getAsBoolean());
        LOG.log(Level.DEBUG, "{0} entries of the log were old enough to go", shortened);
        return new Ending.Done(_ -> {});
    }

    /** Only logs the error: the next job deletes what this one left. */
    @Override
    public void gaveUp(Act act, Job job, String error) {
        LOG.log(Level.WARNING, "What is old could not be forgotten: {0}", error);
    }
}
