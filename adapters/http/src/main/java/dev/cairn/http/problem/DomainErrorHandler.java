package dev.cairn.http.problem;

import dev.cairn.domain.error.DomainError;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what a caller did wrong. */
@Singleton
final class DomainErrorHandler implements ExceptionHandler<DomainError, HttpResponse<?>> {
    private final Problems problems;

    DomainErrorHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, DomainError error) {
        MutableHttpResponse<byte[]> answer = problems.answer((HttpRequest<?>) request, error);
        return answer.status() == HttpStatus.UNAUTHORIZED
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                : answer;
    }
}
