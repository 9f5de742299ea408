package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.port.StoredTime;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.work.SteadyClock;
import dev.cairn.application.work.Timekeeping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** P5: what a leap extends depends on whether others have the same time. */
class TimekeepingTest {
    private final MutableClock clock = new MutableClock();
    private final List<String> extended = new ArrayList<>();

    @Test
    void whoIsAloneExtendsAllThatIsRunning() {
        assertThat(leap(OptionalLong.of(1))).containsExactly("all");
    }

    @Test
    void whoSharesItsTimeExtendsWhatItCouldNotHear() {
        assertThat(leap(OptionalLong.empty())).containsExactly("unheard");
    }

    private List<String> leap(OptionalLong stamp) {
        SteadyClock steady = SteadyClock.ofMachine(clock, () -> 0);
        Timekeeping time = new Timekeeping(new Direct(stamp), steady, new Told());
        time.begin();
        clock.advance(Duration.ofHours(10));
        time.keep();
        time.keep();
        return extended;
    }

    /** A database that says what it was asked to extend. */
    private final class Told implements StoredTime {
        @Override
        public Optional<Instant> newest() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> shared() {
            return Optional.of(clock.instant());
        }

        @Override
        public void extend(Instant from, Instant to) {
            extended.add("all");
        }

        @Override
        public void extendUnheard(Instant from, Instant to) {
            extended.add("unheard");
        }
    }

    /** A database that is written by others too unless there is a stamp. */
    private record Direct(OptionalLong stamp) implements Transactions {
        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T extends @Nullable Object> T bulk(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T extends @Nullable Object> T read(Supplier<T> work) {
            return work.get();
        }
    }
}
