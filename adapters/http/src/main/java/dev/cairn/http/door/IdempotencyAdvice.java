package dev.cairn.http.door;

import dev.cairn.application.idempotency.IdempotencyService;
import dev.cairn.application.idempotency.IdempotencyService.Given;
import dev.cairn.application.idempotency.IdempotencyService.Produced;
import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Sha256;
import dev.cairn.http.wire.Authenticated;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Runs an {@link Idempotent} route once per caller, request and key, and writes its answer in the same transaction. */
@Singleton
@InterceptorBean(Idempotent.class)
record IdempotencyAdvice(IdempotencyService idempotency, AnswerWriter writer)
        implements MethodInterceptor<Object, Object> {
    private static final int KEY_MAX = 200;

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> route) {
        HttpRequest<?> request = ServerRequestContext.currentRequest()
                .orElseThrow(() -> new IllegalStateException("No request is being answered here"));
        String key = request.getHeaders().get(Repetition.KEY);
        for (Object argument : route.getParameterValues()) {
            if (argument instanceof Again again) {
                return patiently(route, request, key, again);
            }
        }
        return key == null ? route.proceed() : once(route, request, key).attached(request);
    }

    /** Repeats a waiting claim; each attempt counts as a request of its own for what is stored. */
    private @Nullable Object patiently(
            MethodInvocationContext<Object, Object> route, HttpRequest<?> request, @Nullable String key, Again again) {
        try (again) {
            while (true) {
                Attempt attempt = key == null ? Attempt.of(route.proceed(this)) : once(route, request, key);
                if (attempt.lasts()) {
                    again.answered(key != null);
                } else if (again.again()) {
                    continue;
                }
                return attempt.attached(request);
            }
        }
    }

    /**
     * The answer of a route to one attempt.
     *
     * @param written what it was written as already, and then is answered instead
     * @param lasts whether it promises something
     */
    private record Attempt(@Nullable Object value, @Nullable Written written, boolean lasts) {
        static Attempt of(@Nullable Object value) {
            return new Attempt(value, null, !(value instanceof Answer<?> answer) || answer.isKept());
        }

        @Nullable
        Object attached(HttpRequest<?> request) {
            if (written != null) {
                written.attachTo(request);
            }
            return value;
        }
    }

    private Attempt once(MethodInvocationContext<Object, Object> route, HttpRequest<?> request, String key) {
        if (key.isBlank() || key.length() > KEY_MAX || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw Invalid.of(
                    ErrorCode.FORMAT,
                    Repetition.KEY,
                    "%s must be 1 to %d printable characters".formatted(Repetition.KEY, KEY_MAX));
        }
        String hash = Sha256.of(RequestBody.of(request));
        var named = IdempotencyStore.Key.of(
                Authenticated.of(request).orElseThrow().caller(),
                request.getMethodName(),
                request.getUri().toString(),
                key);
        Given given = idempotency.once(named, hash, () -> produced(request, hash, route));
        return new Attempt(null, Written.of(given), given.kept());
    }

    /** Runs the route, maybe on another caller's thread and more than once (ADR 12): all that it needs are its arguments. */
    private Produced produced(HttpRequest<?> request, String hash, MethodInvocationContext<Object, Object> route) {
        Object value = route.proceed(this);
        return new Produced(
                writer.write(request, value).kept(hash), Attempt.of(value).lasts());
    }
}
