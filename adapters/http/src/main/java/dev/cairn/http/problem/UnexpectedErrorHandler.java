package dev.cairn.http.problem;

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

/** Answers our own mistakes: nothing of them leaves the house but the request's id. */
@Singleton
final class UnexpectedErrorHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = System.getLogger(UnexpectedErrorHandler.class.getName());

    private final Problems problems;

    UnexpectedErrorHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, Throwable error) {
        if (isTooLarge(error)) {
            return problems.answer((HttpRequest<?>) request, 413, "too_large", "Too large", "The body is too large");
        }
        Level level = hasGone((HttpRequest<?>) request, error) ? Level.DEBUG : Level.ERROR;
        LOG.log(level, "Request %s failed".formatted(RequestIds.of((HttpRequest<?>) request)), error);
        return problems.answer(
                (HttpRequest<?>) request,
                500,
                "internal",
                "Internal error",
                "Something went wrong here; the log has it under the requestId");
    }

    /** A body that is read while it comes shows that it is too large only to its reader. */
    private static boolean isTooLarge(Throwable error) {
        return error instanceof IOException
                && (error.getCause() instanceof ContentLengthExceededException
                        || error.getCause() instanceof BufferLengthExceededException);
    }

    /** Whether the sender left in the middle of a body: then nothing is wrong here, and nobody reads the answer. */
    private static boolean hasGone(HttpRequest<?> request, Throwable error) {
        return error instanceof EOFException
                && request instanceof NettyHttpRequest<?> netty
                && !netty.getChannelHandlerContext().channel().isActive();
    }
}
