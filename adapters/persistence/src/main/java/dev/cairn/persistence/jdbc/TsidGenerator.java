package dev.cairn.persistence.jdbc;

import com.github.f4b6a3.tsid.TsidFactory;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.domain.kernel.Id;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Makes time-sorted ids that strictly increase, also when the clock steps back (R1). */
public final class TsidGenerator implements IdGenerator {
    private final TsidFactory factory;

    public TsidGenerator(Clock clock) {
        AtomicLong latest = new AtomicLong();
        factory = TsidFactory.builder()
                .withTimeFunction(() -> latest.accumulateAndGet(clock.millis(), Math::max))
                .build();
    }

    @Override
    public <T> Id<T> next() {
        return new Id<>(factory.create().toLong());
    }
}
