package dev.cairn.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Writes that lose make room for fewer at once, writes that commit for more. */
class InFlightTest {
    private static final int MOST = 20;
    private final InFlight inFlight = new InFlight(MOST);

    private void write(boolean lost) {
        inFlight.enter(System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
        inFlight.leave(lost);
    }

    @Test
    void thoseWhoLoseLeaveRoomForTwoAndThoseWhoCommitForAllAgain() {
        assertThat(inFlight.limit()).isEqualTo(MOST);
        for (int i = 0; i < 100; i++) {
            write(true);
        }
        assertThat(inFlight.limit()).isEqualTo(2);
        write(false);
        write(false);
        write(false);
        assertThat(inFlight.limit()).as("one more for as many as run at once").isEqualTo(3);
        for (int i = 0; i < 1_000; i++) {
            write(false);
        }
        assertThat(inFlight.limit()).isEqualTo(MOST);
    }

    @Test
    void whoFindsNoRoomUntilTheDeadlineIsTurnedAway() {
        for (int i = 0; i < MOST; i++) {
            inFlight.enter(System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
        }
        assertThatThrownBy(() -> inFlight.enter(System.nanoTime())).isInstanceOf(Unavailable.class);
        inFlight.leave(false);
        write(false);
    }

    @Test
    void nobodyIsForgottenWhileTheNumberGoesUpAndDown() throws InterruptedException {
        int writes = 2_000;
        AtomicInteger running = new AtomicInteger();
        AtomicInteger mostSeen = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(writes);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writes; i++) {
            boolean lost = i % 5 == 0;
            threads.add(Thread.ofVirtual().start(() -> {
                inFlight.enter(System.nanoTime() + TimeUnit.SECONDS.toNanos(30));
                mostSeen.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                running.decrementAndGet();
                inFlight.leave(lost);
                done.countDown();
            }));
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(mostSeen.get()).isLessThanOrEqualTo(MOST);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
