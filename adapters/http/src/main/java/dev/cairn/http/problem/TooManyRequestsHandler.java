package dev.cairn.http.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers callers that exceed a rate limit. */
@Singleton
record TooManyRequestsHandler(Problems problems) implements ExceptionHandler<TooManyRequests, HttpResponse<?>> {
    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, TooManyRequests error) {
        return problems.answer((HttpRequest<?>) request, HttpCode.TOO_MANY_REQUESTS, String.valueOf(error.getMessage()))
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(error.retryAfterSeconds()));
    }
}
