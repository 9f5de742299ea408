package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.work.SteadyClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The threads that look after something for as long as a database is open. */
class LastingThreadsTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void anErrorEndsNoneOfThem() throws InterruptedException {
        FailingOnce clock = new FailingOnce();
        CairnOptions options = CairnOptions.at(folder.resolve("cairn.db"))
                .withClock(SteadyClock.ofMachine(clock, System::nanoTime))
                .withSweepEvery(Duration.ofMillis(10));
        try (Cairn cairn = Cairn.open(options)) {
            for (Map.Entry<String, CountDownLatch> thread : clock.readings.entrySet()) {
                assertThat(thread.getValue().await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .as("%s goes on", thread.getKey())
                        .isTrue();
            }
            assertThat(cairn.owner().name()).isEqualTo("owner");
        }
    }

    /** A clock whose first reading by each of the threads fails as one does for which there is no memory. */
    private static final class FailingOnce implements InstantSource {
        private final Map<String, CountDownLatch> readings = Map.of(
                "cairn-time", new CountDownLatch(2),
                "cairn-sweeper", new CountDownLatch(2),
                "cairn-jobs", new CountDownLatch(2));

        @Override
        public Instant instant() {
            CountDownLatch left = readings.get(Thread.currentThread().getName());
            boolean first = left != null && left.getCount() == 2;
            if (left != null) {
                left.countDown();
            }
            if (first) {
                throw new OutOfMemoryError("as a test wants it");
            }
            return Clock.systemUTC().instant();
        }
    }
}
