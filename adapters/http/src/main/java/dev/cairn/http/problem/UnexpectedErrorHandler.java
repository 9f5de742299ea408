package dev.cairn.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
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
        LOG.log(Level.ERROR, "Request %s failed".formatted(RequestIds.of((HttpRequest<?>) request)), error);
        return problems.answer(
                (HttpRequest<?>) request,
                500,
                "internal",
                "Internal error",
                "Something went wrong here; the log has it under the requestId");
    }
}
