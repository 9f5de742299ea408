package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.job.Jobs;
import dev.cairn.application.job.RetentionHandler;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.project.ProjectService;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.sqlite.SqliteDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever closes the library finds nothing of it afterwards, and everything that was acknowledged. */
@Isolated // It looks at the threads of the process.
class CloseTest {
    private static final ProjectRef CRN = ProjectRef.parse("CRN");
    /** Of each kind of thread. */
    private static final int WRITERS = 4;
    /** Each writer is at work when the file is closed. */
    private static final int WRITES_LEAST = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The threads of one that is open. */
    private static final Set<String> OURS = Set.of(
            "cairn-time",
            "cairn-sweeper",
            "cairn-jobs",
            "cairn-job-leases",
            "cairn-storage",
            "cairn-commit",
            "cairn-events");

    @TempDir
    Path folder;

    private final Queue<Id<Ticket>> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> refused = new ConcurrentLinkedQueue<>();

    @RepeatedTest(5)
    void whoeverWritesWhileItClosesIsEitherAcknowledgedOrToldThatItIsClosed() throws InterruptedException {
        Path file = folder.resolve("cairn.db");
        List<Thread> writers = new ArrayList<>();
        try (Cairn cairn = Cairn.open(file)) {
            cairn.projects().create(cairn.owner(), CreateProject.of("CRN", "Cairn"));
            CountDownLatch busy = new CountDownLatch(2 * WRITERS);
            Caller owner = cairn.owner();
            TicketService tickets = cairn.tickets();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(Thread.ofPlatform().start(() -> write(tickets, owner, busy)));
                writers.add(Thread.ofVirtual().start(() -> write(cairn.tickets(), owner, busy)));
            }
            busy.await();
        }
        int stored = acknowledged.size();
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(refused)
                .hasSize(2 * WRITERS)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("This Cairn is closed"));
        try (Cairn again = Cairn.open(file)) {
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(again.tickets()
                                    .get(again.owner(), TicketRef.of(id))
                                    .ticket())
                            .isNotNull());
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(stored);
        }
    }

    private void write(TicketService tickets, Caller owner, CountDownLatch busy) {
        try {
            for (int i = 1; ; i++) {
                acknowledged.add(tickets.create(owner, CRN, CreateTicket.titled("T"))
                        .ticket()
                        .id());
                if (i == WRITES_LEAST) {
                    busy.countDown();
                }
            }
        } catch (RuntimeException | Error e) {
            refused.add(e);
        }
    }

    /** L24: jobs end, or are given back, before the database is closed. */
    @Test
    void aThreadThatIsInterruptedWaitsForTheWorkAsAnyOtherDoes() throws InterruptedException {
        AtomicReference<@Nullable Thread> jobs = new AtomicReference<>();
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Cairn cairn = Cairn.open(folder.resolve("cairn.db"));
        var source = (SqliteDataSource) DelegatingDataSource.unwrapDataSource(cairn.get(DataSource.class));
        source.log().observe(_ -> {
            if (Thread.currentThread().getName().equals("cairn-jobs")) {
                jobs.set(Thread.currentThread());
                looking.countDown();
                awaitIt(goOn);
            }
        });
        cairn.get(UnitOfWork.class)
                .write(
                        Caller.system(),
                        act -> cairn.get(Jobs.class).add(act, JobKind.RETENTION, RetentionHandler.SUBJECT, null));
        looking.await();
        AtomicBoolean wentOn = new AtomicBoolean();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread closing = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            cairn.close();
            wentOn.set(Objects.requireNonNull(jobs.get()).isAlive());
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        while (closing.getState() != Thread.State.TIMED_WAITING && closing.isAlive()) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        closing.join();
        assertThat(wentOn).isFalse();
        assertThat(interrupted).isTrue();
    }

    private static void awaitIt(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The clock is asked in many steps of opening; the first, then the first two, and so on go well. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatCannotBeOpenedLeavesNoThreadAndNoLock(boolean error) throws InterruptedException {
        Set<Thread> before = threads();
        CairnOptions options = CairnOptions.at(folder.resolve("cairn.db"));
        boolean opened = false;
        int steps = 0;
        while (!opened) {
            AtomicInteger left = new AtomicInteger(steps++);
            CairnOptions failing = options.withClock(new ReadClock(() -> {
                if (left.getAndDecrement() == 0) {
                    fail(error);
                }
            }));
            try (Cairn cairn = Cairn.open(failing)) {
                opened = cairn.settings() != null;
            } catch (RuntimeException | Error e) {
                assertThat(e).hasStackTraceContaining("No more time");
            }
            assertEnded(before);
        }
        assertThat(steps).isGreaterThan(2);
    }

    private static void fail(boolean error) {
        if (error) {
            throw new StackOverflowError("No more time");
        }
        throw new IllegalStateException("No more time");
    }

    /** A clock that stands still, with something that happens at each reading. */
    private static final class ReadClock extends Clock {
        private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

        private final Runnable reading;

        ReadClock(Runnable reading) {
            this.reading = reading;
        }

        @Override
        public Instant instant() {
            reading.run();
            return NOW;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void optionsThatCannotBeKeptAreRefusedBeforeAnythingIsOpened() {
        CairnOptions options = CairnOptions.at(folder.resolve("cairn.db"));
        for (Duration interval : List.of(Duration.ofNanos(1), Duration.ofSeconds(-1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> options.withSweepEvery(interval))
                    .withMessageContaining("sweepEvery");
        }
    }

    /** A thread whose work has ended is there for a moment more. */
    private static void assertEnded(Set<Thread> before) throws InterruptedException {
        for (Thread thread : threads()) {
            assertThat(before.contains(thread) || thread.join(PATIENCE))
                    .as("%s ends", thread)
                    .isTrue();
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> OURS.contains(thread.getName()))
                .collect(Collectors.toSet());
    }

    @Test
    void aServiceThatIsClosedSaysSoAndClosingAgainIsNothing() {
        refusesAllOnceItIsClosed(Cairn.temporary());
    }

    @Test
    void aServiceThatIsClosedSaysSoOnPostgresToo() {
        refusesAllOnceItIsClosed(Cairn.open(CairnOptions.of(FreshPostgres.database())));
    }

    private static void refusesAllOnceItIsClosed(Cairn cairn) {
        Caller owner = cairn.owner();
        ProjectService projects = cairn.projects();
        projects.create(owner, CreateProject.of("CRN", "Cairn"));
        cairn.close();
        cairn.close();
        assertThatIllegalStateException().isThrownBy(cairn::projects).withMessage("This Cairn is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> projects.get(owner, CRN))
                .withMessage("This Cairn is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> projects.create(owner, CreateProject.of("NEW", "New")))
                .withMessage("This Cairn is closed");
    }
}
