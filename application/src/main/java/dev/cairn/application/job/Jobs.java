package dev.cairn.application.job;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.Commits;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.kernel.Id;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Adds and cancels jobs. */
public final class Jobs {
    private final JobRepository jobs;
    private final Commits commits;
    private final Map<Id<Job>, Attempt> running = new ConcurrentHashMap<>();
    private volatile Runnable wake = () -> {};

    public Jobs(JobRepository jobs, Commits commits) {
        this.jobs = jobs;
        this.commits = commits;
    }

    /**
     * Adds a job in the transaction of its cause; the workers of this process are woken once it is stored (L20). When
     * one is live for the subject, adds none and returns that one (L19).
     *
     * @param lane what it shares with others, of which only so many run at once
     */
    public Job add(Act act, JobKind kind, Id<?> subject, @Nullable Id<?> lane) {
        Job job = jobs.add(Job.ready(act.newId(), kind, subject, lane, act.now()));
        commits.afterwards(() -> wake.run());
        return job;
    }

    /** Answers the live job of a subject. */
    public Optional<Job> find(JobKind kind, Id<?> subject) {
        return jobs.findLive(kind, subject);
    }

    /** Cancels a job in the transaction that ends its subject; its runner loses it. Returns false when it had ended. */
    public boolean cancel(Act act, Job job) {
        boolean cancelled = jobs.cancel(job.id(), act.now());
        commits.afterwards(() -> {
            Attempt attempt = running.get(job.id());
            if (attempt != null) {
                attempt.stop(Attempt.Reason.LOST);
            }
            wake.run();
        });
        return cancelled;
    }

    /**
     * Asks an attempt of this process to end its job with what it has, and waits until it did.
     *
     * @return false when it does not run here, or takes longer
     */
    public boolean finish(Job job, Duration patience) {
        Attempt attempt = running.get(job.id());
        if (attempt == null) {
            return false;
        }
        attempt.stop(Attempt.Reason.CANCELLED);
        try {
            return attempt.over().await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Map<Id<Job>, Attempt> running() {
        return running;
    }

    void onWake(Runnable listener) {
        wake = listener;
    }
}
