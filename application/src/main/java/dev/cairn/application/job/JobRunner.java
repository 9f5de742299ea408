package dev.cairn.application.job;

import dev.cairn.application.job.Attempt.Reason;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.setting.SettingRepository;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Runs the jobs of this process: begins due jobs after commits and in time, each on a virtual thread, and renews their
 * leases. Several servers may do so on one database.
 */
public final class JobRunner implements AutoCloseable {
    /** The most jobs that run in one process, whatever their lanes allow (L10). */
    static final int RUNNING_MAX = 300;

    private static final Logger LOG = System.getLogger(JobRunner.class.getName());
    /** The time in which running jobs have to end and to store their end when the server stops (L24). */
    private static final Duration GRACE = Duration.ofSeconds(2);
    /** The time during which this server does not claim a job again that it could not do. */
    private static final Duration LEFT_TO_OTHERS = Duration.ofMinutes(1);

    private final Jobs jobs;
    private final JobEnds ends;
    private final Map<JobKind, JobHandler> handlers = new EnumMap<>(JobKind.class);
    private final JobLoop loop;
    private final JobTimes times;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cairn-job-leases").factory());
    /** The jobs that this server could not do, each with the time until which it does not claim them. */
    private final Map<Id<Job>, Instant> leftToOthers = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    public JobRunner(
            Jobs jobs,
            UnitOfWork work,
            JobRepository repository,
            SettingRepository settings,
            DoubleSupplier jitter,
            JobTimes times,
            List<JobHandler> handlers) {
        this.jobs = jobs;
        this.ends = new JobEnds(work, repository, settings, jitter, times);
        this.times = times;
        handlers.forEach(handler -> this.handlers.put(handler.kind(), handler));
        this.loop = new JobLoop(this::beginAll, ends, work);
    }

    /** Starts to claim jobs, until it is closed. */
    public void start() {
        jobs.onWake(loop::wake);
        loop.start();
        long every = times.heartbeatEvery().toMillis();
        var _ = heart.scheduleWithFixedDelay(this::keepLeases, every, every, TimeUnit.MILLISECONDS);
    }

    /** Begins all due jobs that may run; answers whether there was any. */
    public boolean beginAll() {
        ends.bury(this::told);
        boolean some = false;
        Optional<Job> next = next();
        while (next.isPresent()) {
            some = true;
            begin(next.get());
            next = next();
        }
        return some;
    }

    private Optional<Job> next() {
        return stopping || jobs.running().size() >= RUNNING_MAX ? Optional.empty() : ends.claim(leftToOthers());
    }

    private void begin(Job job) {
        Attempt attempt = new Attempt(job, ends::save);
        Attempt before = jobs.running().put(job.id(), attempt);
        if (before != null) { // The earlier attempt outlived its lease.
            before.stop(Reason.LOST);
        }
        var _ = Thread.ofVirtual().name("cairn-job-" + job.id()).start(() -> run(attempt));
    }

    private void run(Attempt attempt) {
        Job job = attempt.job();
        try {
            Ending ending = ending(attempt);
            try {
                end(attempt, ending);
            } catch (RuntimeException e) { // What came of it cannot be stored.
                LOG.log(Level.WARNING, "Job %s could not be ended".formatted(job.id()), e);
                end(attempt, new Ending.Again(String.valueOf(e.getMessage()), null));
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "Job %s could not be put off; it is tried again when its lease is over".formatted(job.id()),
                    e);
        } finally {
            jobs.running().remove(job.id(), attempt);
            attempt.ended();
            loop.wake();
        }
    }

    private Ending ending(Attempt attempt) {
        try {
            return handler(attempt.job()).run(attempt);
        } catch (InterruptedException e) {
            return new Ending.Again("It was told to stop", null);
        } catch (DomainError e) {
            return new Ending.Again(e.reason(), null);
        } catch (RuntimeException e) {
            if (attempt.reason() == null) {
                LOG.log(Level.WARNING, "Job %s failed".formatted(attempt.job().id()), e);
            }
            return new Ending.Again(String.valueOf(e.getMessage()), null);
        }
    }

    private void end(Attempt attempt, Ending ending) {
        Job job = attempt.job();
        boolean mine = switch (ending) {
            case Ending.Done done -> ends.complete(job, done);
            case Ending.Elsewhere _ -> leave(job);
            case Ending.Hopeless hopeless -> ends.fail(job, hopeless, this::told);
            case Ending.Again again ->
                attempt.reason() == Reason.STOPPING ? ends.handBack(job) : ends.again(job, again, this::told);
        };
        if (!mine) {
            LOG.log(
                    Level.DEBUG,
                    "Job {0} was lost: what attempt {1} made of it is thrown away",
                    job.id(),
                    job.attempts());
        }
    }

    private boolean leave(Job job) {
        leftToOthers.put(job.id(), ends.now().plus(LEFT_TO_OTHERS));
        return ends.handBack(job);
    }

    private Set<Id<Job>> leftToOthers() {
        leftToOthers.values().removeIf(until -> !until.isAfter(ends.now()));
        return Set.copyOf(leftToOthers.keySet());
    }

    private void told(Act act, JobEnds.Failed failed) {
        JobHandler handler = handler(failed.job());
        if (failed.last()) {
            handler.gaveUp(act, failed.job(), failed.error());
        } else {
            handler.postponed(act, failed.job(), failed.error());
        }
    }

    private JobHandler handler(Job job) {
        JobHandler handler = handlers.get(job.kind());
        if (handler == null) {
            throw new IllegalStateException("Nothing handles jobs of the kind " + job.kind());
        }
        return handler;
    }

    private void keepLeases() {
        try {
            List<Attempt> held = List.copyOf(jobs.running().values());
            List<Job> lost = held.isEmpty()
                    ? List.of()
                    : ends.extend(held.stream().map(Attempt::job).toList());
            held.stream() // Another attempt at the same job may have begun meanwhile, which has lost nothing.
                    .filter(attempt -> lost.contains(attempt.job()))
                    .forEach(attempt -> attempt.stop(Reason.LOST));
        } catch (RuntimeException | Error e) { // The timer forgets a task that throws.
            LOG.log(Level.WARNING, "Leases of jobs could not be extended now: " + e.getMessage());
        }
    }

    /**
     * Begins no more jobs, stops the running ones, and makes those ready again that do not end in time, without
     * counting the attempt (L24). A handler that goes on nevertheless has lost its job.
     */
    @Override
    public void close() {
        stopping = true;
        loop.close();
        List<Attempt> attempts = List.copyOf(jobs.running().values());
        attempts.forEach(attempt -> attempt.stop(Reason.STOPPING));
        await(attempts);
        jobs.running().values().forEach(attempt -> handBack(attempt.job()));
        heart.shutdownNow();
    }

    private static void await(List<Attempt> attempts) {
        long until = System.nanoTime() + GRACE.toNanos();
        try {
            for (Attempt attempt : attempts) {
                var _ = attempt.over().await(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handBack(Job job) {
        try {
            ends.handBack(job);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Job %s could not be given back; its lease ends it".formatted(job.id()), e);
        }
    }
}
