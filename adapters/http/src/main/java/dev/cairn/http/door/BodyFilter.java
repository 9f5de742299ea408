package dev.cairn.http.door;

import dev.cairn.domain.error.DomainError;
import dev.cairn.http.problem.Problems;
import dev.cairn.json.StrictJson;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Named;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Takes in the whole body, which is bounded, before a thread is given to the route; only imports read theirs while it comes. */
@ServerFilter("/**")
record BodyFilter(
        StrictJson json,
        Problems problems,
        @Named(TaskExecutors.BLOCKING) ExecutorService blocking) implements Ordered {
    @RequestFilter
    @Nullable
    CompletionStage<Optional<MutableHttpResponse<byte[]>>> take(HttpRequest<?> request) {
        RouteMatch<?> match = RouteAttributes.getRouteMatch(request).orElse(null);
        if (!(match instanceof MethodBasedRouteMatch<?, ?> route)
                || !request.getMethod().permitsRequestBody()
                || !(request instanceof ServerHttpRequest<?> sent)) {
            return null;
        }
        if (route.isAnnotationPresent(Confidential.class)) {
            Repetition.refuse(request);
        }
        boolean streamed =
                Arrays.stream(route.getArguments()).anyMatch(argument -> argument.getType() == InputStream.class);
        if (route.isAnnotationPresent(Idempotent.class)) {
            Repetition.requireOne(request);
        } else if (request.getMethod() == HttpMethod.POST && !streamed) {
            Repetition.refuseUnread(request);
        }
        if (streamed || sent.byteBody().expectedLength().orElse(-1) == 0) {
            return null;
        }
        boolean wanted =
                Arrays.stream(route.getArguments()).anyMatch(argument -> argument.isAnnotationPresent(Body.class));
        CompletableFuture<? extends CloseableAvailableByteBody> whole =
                sent.byteBody().split(SplitBackpressureMode.FASTEST).buffer();
        return wanted
                ? whole.thenApply(body -> kept(request, body))
                : whole.thenApplyAsync(body -> refused(request, body), blocking);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 5;
    }

    private static Optional<MutableHttpResponse<byte[]>> kept(HttpRequest<?> request, CloseableAvailableByteBody body) {
        try (body) {
            RequestBody.attach(request, body.toByteArray());
        }
        return Optional.empty();
    }

    /** A route that takes no fields still takes an empty object. */
    private Optional<MutableHttpResponse<byte[]>> refused(HttpRequest<?> request, CloseableAvailableByteBody body) {
        kept(request, body);
        try {
            json.optionalObject(RequestBody.of(request)).end();
            return Optional.empty();
        } catch (DomainError error) {
            return Optional.of(problems.answer(request, error));
        }
    }
}
