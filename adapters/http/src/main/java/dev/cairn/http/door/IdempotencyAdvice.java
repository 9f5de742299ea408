package dev.cairn.http.door;

import dev.cairn.application.idempotency.IdempotencyService;
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
final class IdempotencyAdvice implements MethodInterceptor<Object, Object> {
    private static final int KEY_MAX = 200;

    private final IdempotencyService idempotency;
    private final AnswerWriter writer;

    IdempotencyAdvice(IdempotencyService idempotency, AnswerWriter writer) {
        this.idempotency = idempotency;
        this.writer = writer;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> route) {
        HttpRequest<?> request = ServerRequestContext.currentRequest()
                .orElseThrow(() -> new IllegalStateException("No request is being answered here"));
        String key = request.getHeaders().get(Repetition.KEY);
        if (key == null) {
            return route.proceed();
        }
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
        Written.of(idempotency.once(named, hash, () -> produced(request, hash, route)))
                .attachTo(request);
        return null; // the answer is written already
    }

    /** Runs the route, maybe on another caller's thread and more than once (ADR 12): all that it needs are its arguments. */
    private Produced produced(HttpRequest<?> request, String hash, MethodInvocationContext<Object, Object> route) {
        Object value = route.proceed(this);
        boolean keep = !(value instanceof Answer<?> answer) || answer.isKept();
        return new Produced(writer.write(request, value).kept(hash), keep);
    }
}
