package dev.cairn.http.queue;

import dev.cairn.application.queue.WaitingClaimService;
import dev.cairn.application.queue.WaitingClaims;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.FromRequest;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Gives routes that hand out work the patience of who asks. */
@Factory
final class PatientClients {
    /** What is left of a request's time for its answer. */
    private static final Duration REST = Duration.ofSeconds(3);

    @Singleton
    FromRequest<Patience> patience(WaitingClaims line, WaitingClaimService waiting, HttpSettings settings) {
        Duration longest = settings.limits().requestTimeout().minus(REST);
        Duration most = longest.isNegative() ? Duration.ZERO : longest;
        return new FromRequest<>(
                Argument.of(Patience.class), (_, request) -> new Patience(line, waiting, most, gone(request)));
    }

    private static BooleanSupplier gone(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                ? () -> !netty.getChannelHandlerContext().channel().isActive()
                : () -> false;
    }
}
