package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.CairnOptions;
import dev.cairn.application.job.Attempt;
import dev.cairn.application.job.Ending;
import dev.cairn.application.job.JobHandler;
import dev.cairn.application.job.JobRunner;
import dev.cairn.application.job.JobTimes;
import dev.cairn.application.job.Jobs;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.Commits;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.job.JobView;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs are run after the commit of their cause, under a lease and a fence, and end once (T4, L19–L26). */
class JobUseCaseTest extends UseCaseTest {
    private static final int SECONDS_MAX = 20;
    /** Nothing that is woken waits as long as the poll does. */
    private static final int AT_ONCE_SECONDS = 4;

    private final List<Server> servers = new ArrayList<>();

    /** Runs jobs as a server does, with a handler that the test brings. */
    private final class Server {
        private final Jobs jobs = new Jobs(cairn.get(JobRepository.class), cairn.get(Commits.class));
        private final Scripted handler;
        private final JobRunner runner;

        Server(Function<Attempt, Ending> work) {
            handler = new Scripted(work);
            runner = new JobRunner(
                    jobs,
                    cairn.get(UnitOfWork.class),
                    cairn.get(JobRepository.class),
                    cairn.get(SettingRepository.class),
                    () -> 1.0,
                    JobTimes.DEFAULT,
                    List.of(handler));
            servers.add(this);
        }

        Server started() {
            runner.start();
            return this;
        }

        Job add(Id<?> subject, @Nullable Id<?> lane) {
            return work().write(owner, act -> jobs.add(act, JobKind.REPLY, subject, lane));
        }
    }

    private static final class Scripted implements JobHandler {
        private final Function<Attempt, Ending> work;
        private final List<String> told = Collections.synchronizedList(new ArrayList<>());

        Scripted(Function<Attempt, Ending> work) {
            this.work = work;
        }

        @Override
        public JobKind kind() {
            return JobKind.REPLY;
        }

        @Override
        public Ending run(Attempt attempt) {
            return work.apply(attempt);
        }

        @Override
        public void postponed(Act act, Job job, String error) {
            told.add("postponed " + error);
        }

        @Override
        public void gaveUp(Act act, Job job, String error) {
            told.add("gave up " + error);
        }
    }

    @Override
    CairnOptions openedWith() {
        return super.openedWith().withJobs(false);
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.runner.close());
    }

    /** L42 */
    @Test
    void jobsAreListedForWhomTheyAreDone() {
        JobRepository stored = cairn.get(JobRepository.class);
        for (JobKind kind : List.of(JobKind.INDEX, JobKind.SUMMARY, JobKind.RETENTION, JobKind.REPLY)) {
            work().write(owner, act -> stored.add(Job.ready(act.newId(), kind, project.id(), null, act.now())));
        }
        Caller viewer = member("Vera", Role.VIEWER);
        assertThat(listed(owner, List.of(), List.of()))
                .as("the newest first, and a reply without a conversation is nobody's")
                .containsExactly(JobKind.RETENTION, JobKind.SUMMARY, JobKind.INDEX);
        assertThat(listed(viewer, List.of(), List.of())).containsExactly(JobKind.SUMMARY, JobKind.INDEX);
        assertThat(listed(human("Stranger"), List.of(), List.of())).isEmpty();
        assertThat(listed(owner, List.of(JobKind.INDEX, JobKind.REPLY), List.of(JobStatus.READY)))
                .containsExactly(JobKind.INDEX);
        assertThat(listed(owner, List.of(), List.of(JobStatus.FAILED))).isEmpty();
        Page<JobView> first = services.jobs()
                .list(owner, List.of(), List.of(), new PageRequest(1, null, JobRepository.NEWEST_FIRST, true));
        assertThat(first.total()).isEqualTo(3);
        assertThat(services.jobs()
                        .list(
                                owner,
                                List.of(),
                                List.of(),
                                new PageRequest(5, first.nextCursor(), JobRepository.NEWEST_FIRST, false))
                        .items())
                .extracting(view -> view.job().kind())
                .containsExactly(JobKind.SUMMARY, JobKind.INDEX);
        services.projects().delete(owner, CRN, Expected.ANY);
        assertThat(listed(owner, List.of(), List.of())).containsExactly(JobKind.RETENTION);
    }

    private List<JobKind> listed(Caller caller, List<JobKind> kinds, List<JobStatus> statuses) {
        return services
                .jobs()
                .list(caller, kinds, statuses, PageRequest.first(JobRepository.NEWEST_FIRST))
                .items()
                .stream()
                .map(view -> view.job().kind())
                .toList();
    }

    /** L20 */
    @Test
    void aJobIsRunRightAfterTheCommitOfItsCause() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        Server server = new Server(_ -> {
            ran.countDown();
            return done(project.id());
        });
        server.started();
        Job job = server.add(project.id(), null);
        assertThat(ran.await(AT_ONCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(ended(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(results(project.id())).isEqualTo(1);
    }

    /** L20 */
    @Test
    void aJobOfACauseThatFailedIsNeverThere() {
        Server server = new Server(_ -> done(project.id()));
        assertThatThrownBy(() -> work().write(owner, act -> {
                    server.jobs.add(act, JobKind.REPLY, project.id(), null);
                    throw new IllegalStateException("The cause fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(server.runner.beginAll()).isFalse();
    }

    /** L19 */
    @Test
    void startingTheSameTwiceGivesTheFirst() {
        Server server = new Server(_ -> done(project.id()));
        assertThat(server.add(project.id(), null).id())
                .isEqualTo(server.add(project.id(), null).id());
    }

    /** L23 */
    @Test
    void itIsTriedAgainLaterAndFailsAtTheLastAttemptWithItsError() {
        Server server = new Server(_ -> new Ending.Again("The model is away", null));
        Job job = server.add(project.id(), null);
        for (int attempt = 1; attempt <= Job.ATTEMPTS_DEFAULT; attempt++) {
            assertThat(server.runner.beginAll()).isTrue();
            Job after = settled(job);
            assertThat(after.attempts()).isEqualTo(attempt);
            assertThat(after.lastError()).isEqualTo("The model is away");
            assertThat(server.runner.beginAll()).isFalse();
            clock.advance(Job.backoff(attempt, 1));
        }
        assertThat(settled(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(server.handler.told)
                .containsExactly(
                        "postponed The model is away", "postponed The model is away", "gave up The model is away");
    }

    /** L6 */
    @Test
    void whatAProviderAsksForIsHonouredUpToTenMinutes() {
        Server server = new Server(_ -> new Ending.Again("429", Duration.ofHours(3)));
        Job job = server.add(project.id(), null);
        server.runner.beginAll();
        assertThat(settled(job).runAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    }

    /** L23: what comes of a job is refused by the database each time. */
    @Test
    void aResultThatCannotBeStoredPutsTheJobOffWithTheReason() {
        Server server = new Server(_ -> new Ending.Done(_ -> {
            throw new IllegalStateException("It does not fit");
        }));
        Job job = server.add(project.id(), null);
        for (int attempt = 1; attempt <= Job.ATTEMPTS_DEFAULT; attempt++) {
            assertThat(server.runner.beginAll()).isTrue();
            assertThat(settled(job).lastError()).isEqualTo("It does not fit");
            clock.advance(Job.backoff(attempt, 1));
        }
        assertThat(settled(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(server.handler.told.getLast()).isEqualTo("gave up It does not fit");
    }

    @Test
    void aHopelessJobFailsAtOnce() {
        Server server = new Server(_ -> new Ending.Hopeless("No such model"));
        Job job = server.add(project.id(), null);
        server.runner.beginAll();
        assertThat(settled(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(server.handler.told).containsExactly("gave up No such model");
    }

    /** L24 */
    @Test
    void whatAServerCannotDoIsLeftToOthersWithoutCountingTheAttempt() {
        Server without = new Server(_ -> new Ending.Elsewhere());
        Server with = new Server(_ -> done(project.id()));
        Job job = without.add(project.id(), null);
        assertThat(without.runner.beginAll()).isTrue();
        Job left = settled(job);
        assertThat(left.status()).isEqualTo(JobStatus.READY);
        assertThat(left.attempts()).isZero();
        assertThat(without.runner.beginAll()).isFalse();
        assertThat(with.runner.beginAll()).isTrue();
        assertThat(ended(job).attempts()).isEqualTo(1);
        Job next = without.add(project.id(), null);
        without.runner.beginAll();
        assertThat(settled(next).status()).isEqualTo(JobStatus.READY);
        clock.advance(Duration.ofMinutes(1));
        assertThat(without.runner.beginAll()).isTrue();
        settled(next);
    }

    /** L26 */
    @Test
    void fourOfAProviderRunAtOnceOverAllServersAndTheOthersWait() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore go = new Semaphore(0);
        Function<Attempt, Ending> work = attempt -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            go.acquireUninterruptibly();
            running.decrementAndGet();
            return done(attempt.job().subjectId());
        };
        Server one = new Server(work);
        Server other = new Server(work);
        Id<?> lane = project.id();
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            jobs.add(one.add(work().newId(), lane));
        }
        one.started();
        other.started();
        go.release(jobs.size());
        for (Job job : jobs) {
            assertThat(ended(job).status()).isEqualTo(JobStatus.COMPLETED);
        }
        assertThat(most.get()).isBetween(1, 4);
    }

    /** L21 */
    @Test
    void whoStalledUntilItsLeaseWasOverStoresNothing() throws InterruptedException {
        CountDownLatch stalled = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Server slow = new Server(_ -> {
            stalled.countDown();
            await(goOn);
            return done(project.id());
        });
        Job job = slow.add(project.id(), null);
        slow.runner.beginAll();
        await(stalled);
        clock.advance(Job.LEASE);
        Server quick = new Server(_ -> done(project.id()));
        assertThat(quick.runner.beginAll()).isTrue();
        assertThat(ended(job).attempts()).isEqualTo(2);
        goOn.countDown();
        slow.runner.close();
        assertThat(results(project.id())).isEqualTo(1);
    }

    /** L21: as after a night with the lid closed. */
    @Test
    void anAttemptThatItsOwnServerReplacedIsStopped() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Server server = new Server(attempt -> {
            if (attempt.job().attempts() == 1) {
                attempt.onStop(stopped::countDown);
                begun.countDown();
                await(stopped);
            }
            return done(project.id());
        });
        Job job = server.add(project.id(), null);
        server.runner.beginAll();
        await(begun);
        clock.advance(Job.LEASE);
        server.runner.beginAll();
        await(stopped);
        assertThat(ended(job).attempts()).isEqualTo(2);
        server.runner.close();
        assertThat(results(project.id())).isEqualTo(1);
    }

    /** L23 */
    @Test
    void whatIsLeftBehindAtItsLastAttemptFailsWithAnError() {
        Server server = new Server(_ -> done(project.id()));
        Job job = server.add(project.id(), null);
        for (int i = 0; i < Job.ATTEMPTS_DEFAULT; i++) {
            work().write(owner, act -> repository().claim(act.now(), act.now().plus(Job.LEASE), 4, Set.of()));
            clock.advance(Job.LEASE);
        }
        server.runner.beginAll();
        Job failed = repository().find(job.id()).orElseThrow();
        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(failed.lastError()).contains("last of 3 attempts");
        assertThat(server.handler.told).hasSize(1);
    }

    /** L24 */
    @Test
    void aServerThatEndsGivesItsJobsBackWithoutCountingTheAttempt() {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch stuck = new CountDownLatch(1);
        Server polite = new Server(attempt -> {
            CountDownLatch stopped = new CountDownLatch(1);
            attempt.onStop(stopped::countDown);
            begun.countDown();
            await(attempt.job().subjectId().equals(project.id()) ? stopped : stuck);
            return new Ending.Again("stopped", null);
        });
        Job job = polite.add(project.id(), null);
        Job deaf = polite.add(owner.userId(), null);
        polite.runner.beginAll();
        await(begun);
        long began = System.nanoTime();
        polite.runner.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        for (Job each : List.of(job, deaf)) {
            Job back = repository().find(each.id()).orElseThrow();
            assertThat(back.status()).isEqualTo(JobStatus.READY);
            assertThat(back.attempts()).isZero();
        }
        stuck.countDown();
    }

    private Ending done(Id<?> subject) {
        return new Ending.Done(act ->
                act.record(ActivityType.PROJECT_UPDATED, project.id(), subject).with("job", true));
    }

    /** How often the result for this subject was stored. */
    private long results(Id<?> subject) {
        return work()
                .read(() -> cairn.get(ActivityLog.class)
                        .page(
                                dev.cairn.domain.access.Access.read(owner),
                                new ActivityFilter(project.id(), null, null, List.of()),
                                PageRequest.first(ActivityLog.NEWEST_FIRST)))
                .items()
                .stream()
                .filter(entry ->
                        entry.subjectId().equals(subject) && entry.data().text().contains("\"job\":true"))
                .count();
    }

    private UnitOfWork work() {
        return cairn.get(UnitOfWork.class);
    }

    private JobRepository repository() {
        return cairn.get(JobRepository.class);
    }

    /** The job once nobody runs it. */
    private Job settled(Job job) {
        return until(job, found -> found.status() != JobStatus.RUNNING);
    }

    private Job ended(Job job) {
        return until(job, found -> !found.status().live());
    }

    private Job until(Job job, java.util.function.Predicate<Job> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        Job found = repository().find(job.id()).orElseThrow();
        while (!wanted.test(found) && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            found = repository().find(job.id()).orElseThrow();
        }
        return found;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
