package dev.cairn;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.function.DoubleSupplier;

/** Takes chance out of retries where two databases are to come out alike. */
@Factory
@Requires(property = EvenJitter.PROPERTY)
public final class EvenJitter {
    public static final String PROPERTY = "cairn.even-jitter";

    @Singleton
    @Replaces(bean = DoubleSupplier.class, factory = Wiring.class)
    DoubleSupplier jitter() {
        return () -> 0.5;
    }
}
