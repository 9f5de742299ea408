package dev.cairn.application.job;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** The transactions of jobs: each begins or ends an attempt, and takes effect only for the current holder of the job (L21). */
record JobEnds(UnitOfWork work, JobRepository jobs, SettingRepository settings, DoubleSupplier jitter, JobTimes times) {
    private static final Caller SYSTEM = Caller.system();
    private static final int LEFT_BEHIND_MAX = 100;

    Instant now() {
        return work.now();
    }

    Optional<Instant> nextDue() {
        return work.read(jobs::findNextDue);
    }

    /** @param without jobs that are not claimed */
    Optional<Job> claim(Set<Id<Job>> without) {
        return work.write(SYSTEM, act -> {
            int most = SystemSettings.of(settings.all(SettingHome.SYSTEM)).repliesPerProvider();
            return jobs.claim(act.now(), act.now().plus(times.lease()), most, without);
        });
    }

    /** Fails the jobs whose lease expired during their last attempt, each in a transaction of its own. */
    void bury(BiConsumer<Act, Failed> told) {
        List<Job> left = work.read(() -> jobs.findLeftBehind(work.now(), LEFT_BEHIND_MAX));
        for (Job job : left) {
            String error = "The server that ran it ended in the middle of it, and this was the last of %d attempts"
                    .formatted(job.maxAttempts());
            work.write(SYSTEM, act -> {
                boolean mine = jobs.bury(job.id(), job.token(), error, act.now());
                if (mine) {
                    told.accept(act, new Failed(job, error, true));
                }
                return mine;
            });
        }
    }

    /**
     * A failed attempt.
     *
     * @param last whether there will be no other
     */
    record Failed(Job job, String error, boolean last) {}

    boolean save(Job job, Consumer<Act> change) {
        return work.bulk(SYSTEM, act -> {
            boolean mine = jobs.holds(job.id(), job.token());
            if (mine) {
                change.accept(act);
            }
            return mine;
        });
    }

    /** Completes the job; returns false when it is lost, and then stores only what the ending keeps in that case. */
    boolean complete(Job job, Ending.Done ending) {
        return work.write(SYSTEM, act -> {
            boolean mine = jobs.complete(job.id(), job.token(), act.now());
            (mine ? ending.result() : ending.lost()).accept(act);
            return mine;
        });
    }

    boolean fail(Job job, Ending.Hopeless ending, BiConsumer<Act, Failed> told) {
        return work.write(SYSTEM, act -> failed(act, job, ending.error(), told));
    }

    private boolean failed(Act act, Job job, String error, BiConsumer<Act, Failed> told) {
        boolean mine = jobs.fail(job.id(), job.token(), error, act.now());
        if (mine) {
            told.accept(act, new Failed(job, Job.error(error), true));
        }
        return mine;
    }

    boolean again(Job job, Ending.Again ending, BiConsumer<Act, Failed> told) {
        return work.write(SYSTEM, act -> {
            if (job.exhausted()) {
                return failed(act, job, ending.error(), told);
            }
            boolean mine = jobs.putOff(job.id(), job.token(), act.now().plus(wait(job, ending)), ending.error());
            if (mine) {
                told.accept(act, new Failed(job, Job.error(ending.error()), false));
            }
            return mine;
        });
    }

    /** Returns the wait before the next attempt: the provider's, up to {@link Job#WAIT_MAX}, else the backoff. */
    private Duration wait(Job job, Ending.Again ending) {
        Duration asked = ending.after();
        if (asked == null) {
            return Job.backoff(job.attempts(), jitter.getAsDouble());
        }
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(Job.WAIT_MAX) > 0 ? Job.WAIT_MAX : asked;
    }

    boolean handBack(Job job) {
        return work.write(SYSTEM, act -> jobs.handBack(job.id(), job.token(), act.now()));
    }

    /** Extends leases in one transaction; answers the jobs that are lost. */
    List<Job> extend(List<Job> held) {
        return work.bulk(
                SYSTEM,
                act -> held.stream()
                        .filter(job ->
                                !jobs.extend(job.id(), job.token(), act.now().plus(times.lease())))
                        .toList());
    }
}
