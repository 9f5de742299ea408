package dev.cairn.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Unavailable;
import dev.cairn.persistence.jdbc.InFlight.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Writes that lose make room for fewer at once, writes that commit for more. */
class InFlightTest {
    private static final int MOST = 20;
    private final InFlight inFlight = new InFlight(MOST, Duration.ofSeconds(60));

    private void write(Ending ending) {
        inFlight.enter();
        inFlight.leave(ending);
    }

    private void afterManyLosses() {
        for (int i = 0; i < 100; i++) {
            write(Ending.LOST);
        }
    }

    @Test
    void thoseWhoLoseLeaveRoomForTwoAndThoseWhoCommitForAllAgain() {
        assertThat(inFlight.limit()).isEqualTo(MOST);
        afterManyLosses();
        assertThat(inFlight.limit()).isEqualTo(2);
        for (int i = 0; i < 3; i++) {
            write(Ending.COMMITTED);
        }
        assertThat(inFlight.limit()).as("one more for as many as run at once").isEqualTo(3);
        for (int i = 0; i < 1_000; i++) {
            write(Ending.COMMITTED);
        }
        assertThat(inFlight.limit()).isEqualTo(MOST);
    }

    @Test
    void whatNeitherLostNorCommittedSaysNothing() {
        afterManyLosses();
        for (int i = 0; i < 1_000; i++) {
            write(Ending.OTHER);
        }
        assertThat(inFlight.limit()).isEqualTo(2);
    }

    /** Places come back, one every few milliseconds: whoever waits gets one of them, and no more run than may. */
    @Test
    void noMoreRunThanMayAndNobodyIsForgotten() throws InterruptedException {
        afterManyLosses();
        int writes = 200;
        AtomicInteger running = new AtomicInteger();
        AtomicInteger mostSeen = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(writes);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writes; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                inFlight.enter();
                mostSeen.accumulateAndGet(running.incrementAndGet(), Math::max);
                LockSupport.parkNanos(10_000);
                running.decrementAndGet();
                inFlight.leave(Ending.OTHER);
                done.countDown();
            }));
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(mostSeen.get()).isEqualTo(2);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Those who have the places may wait for something else: that keeps nobody. */
    @Test
    void whereNoPlaceComesBackNobodyWaitsForOne() {
        InFlight standing = new InFlight(2, Duration.ofMillis(1));
        for (int i = 0; i < 5; i++) {
            standing.enter();
        }
        for (int i = 0; i < 5; i++) {
            standing.leave(Ending.OTHER);
        }
        assertThat(standing.limit()).isEqualTo(2);
    }

    @Test
    void whoIsInterruptedHasNoPlace() {
        afterManyLosses();
        inFlight.enter();
        inFlight.enter();
        Thread.currentThread().interrupt();
        assertThatThrownBy(inFlight::enter).isInstanceOf(Unavailable.class);
        assertThat(Thread.interrupted()).isTrue();
        inFlight.leave(Ending.OTHER);
        write(Ending.OTHER);
    }
}
