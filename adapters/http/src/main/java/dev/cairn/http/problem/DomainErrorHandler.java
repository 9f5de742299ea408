package dev.cairn.http.problem;

import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Answers what a caller did wrong; damage is the server's own, and is logged with its cause. */
@Singleton
record DomainErrorHandler(Problems problems) implements ExceptionHandler<DomainError, HttpResponse<?>> {
    private static final Logger LOG = System.getLogger(DomainErrorHandler.class.getName());

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, DomainError error) {
        if (error.code() == ErrorCode.DAMAGED) {
            try (var _ = RequestIds.logged((HttpRequest<?>) request)) {
                LOG.log(Level.ERROR, "Request %s met damage".formatted(RequestIds.of((HttpRequest<?>) request)), error);
            }
        }
        MutableHttpResponse<byte[]> answer = problems.answer((HttpRequest<?>) request, error);
        return answer.status() == HttpStatus.UNAUTHORIZED
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                : answer;
    }
}
