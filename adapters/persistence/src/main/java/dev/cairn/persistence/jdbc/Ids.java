package dev.cairn.persistence.jdbc;

import dev.cairn.application.port.IdGenerator;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Makes the generator of ids, on the clock of the application where it has one. */
@Factory
final class Ids {
    @Singleton
    IdGenerator ids(Optional<Clock> clock) {
        return new TsidGenerator(clock.orElseGet(Clock::systemUTC));
    }
}
