package dev.cairn.persistence.jdbc;

import dev.cairn.application.port.IdGenerator;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the generator of ids, on the clock of the application. */
@Factory
final class Ids {
    @Singleton
    IdGenerator ids(Clock clock) {
        return new TsidGenerator(clock);
    }
}
