package dev.cairn.http.queue;

import dev.cairn.application.queue.ClaimService;
import dev.cairn.application.queue.WaitingClaimService;
import dev.cairn.application.queue.WaitingClaims;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.FromRequest;
import dev.cairn.http.door.Presence;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Gives routes that hand out work the patience of their client. */
@Factory
final class PatientClients {
    /** The part of a request's timeout that is kept for its answer. */
    private static final Duration REST = Duration.ofSeconds(3);

    @Singleton
    FromRequest<Patience> patience(
            WaitingClaims line, WaitingClaimService waiting, ClaimService claims, HttpSettings settings) {
        Duration longest = settings.limits().requestTimeout().minus(REST);
        Duration most = longest.isNegative() ? Duration.ZERO : longest;
        return new FromRequest<>(
                Argument.of(Patience.class),
                (_, request) -> new Patience(line, waiting, claims, most, Presence.of(request)::gone));
    }
}
