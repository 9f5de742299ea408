package dev.cairn.http.problem;

import dev.cairn.domain.error.ErrorCode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/** Answers faults of the server: it tells the caller nothing of them but the request's id, and logs the rest. */
@Singleton
record UnexpectedErrorHandler(Problems problems) implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = System.getLogger(UnexpectedErrorHandler.class.getName());

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, Throwable error) {
        if (isTooLarge(error)) {
            return problems.answer((HttpRequest<?>) request, HttpCode.TOO_LARGE, "The body is too large");
        }
        Level level = hasGone((HttpRequest<?>) request, error) ? Level.DEBUG : Level.ERROR;
        try (var _ = RequestIds.logged((HttpRequest<?>) request)) {
            LOG.log(level, "Request %s failed".formatted(RequestIds.of((HttpRequest<?>) request)), error);
        }
        return answer((HttpRequest<?>) request, isExhausted(error));
    }

    /**
     * Answers an unexpected error. The change may have been committed before, so the answer does not say that it failed
     * (P3).
     *
     * @param exhausted whether the machine was at its end, and not we
     */
    private HttpResponse<?> answer(HttpRequest<?> request, boolean exhausted) {
        HttpCode why = exhausted ? HttpCode.OVERLOADED : HttpCode.INTERNAL;
        if (!READS.contains(request.getMethodName())) {
            String detail =
                    "Something went wrong here, and the change may have been made: look, or repeat it with the same"
                            + " Idempotency-Key. The log has it under the requestId";
            return problems.answer(request, Problem.of(why.status(), ErrorCode.OUTCOME_UNKNOWN, why.title(), detail));
        }
        return problems.answer(
                request,
                why,
                exhausted
                        ? "The server is at its limits: try again"
                        : "Something went wrong here; the log has it under the requestId");
    }

    private static boolean isExhausted(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError) {
                return true;
            }
        }
        return false;
    }

    /** Whether a body that is read while it comes turned out to be too large. */
    private static boolean isTooLarge(Throwable error) {
        return error instanceof IOException
                && (error.getCause() instanceof ContentLengthExceededException
                        || error.getCause() instanceof BufferLengthExceededException);
    }

    /** Returns whether the sender left in the middle of a body: then nothing is wrong here, and the answer is not read. */
    private static boolean hasGone(HttpRequest<?> request, Throwable error) {
        return error instanceof EOFException
                && request instanceof NettyHttpRequest<?> netty
                && !netty.getChannelHandlerContext().channel().isActive();
    }
}
