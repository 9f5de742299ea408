package dev.cairn;

import dev.cairn.crypto.Argon2Hasher;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;

/** Lets the many logins of tests in one process cost a thousandth; the true cost is tested where it is made, and by processes. */
@Factory
final class CheapPasswords {
    @Bean(preDestroy = "close")
    @Singleton
    @Replaces(bean = Argon2Hasher.class, factory = Wiring.class)
    Argon2Hasher passwordHasher() {
        return new Argon2Hasher(16, 1);
    }
}
