package dev.cairn.http.problem;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.WireCode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Writes the refusals of the HTTP server itself as problems: no route, wrong method or type, too large. */
@Singleton
record FrameworkProblems(Problems problems) implements ErrorResponseProcessor<byte[]> {
    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = status(context.getRequest(), response);
        String detail = detail(status, context.getRequest());
        MutableHttpResponse<byte[]> answer = problems.answer(
                context.getRequest(), Problem.of(status.getCode(), code(status), status.getReason(), detail));
        response.getHeaders()
                .forEach((name, values) -> values.forEach(value -> {
                    if (!name.toLowerCase(Locale.ROOT).startsWith("content-")) {
                        answer.header(name, value);
                    }
                }));
        return answer;
    }

    /**
     * Answers the true status: the framework answers all that is too long with 413; of a head that could not be read the
     * codec says which part.
     */
    private static HttpStatus status(HttpRequest<?> request, HttpResponse<?> response) {
        Throwable unread = request instanceof NettyHttpRequest<?> netty
                ? netty.getNativeRequest().decoderResult().cause()
                : null;
        return switch (unread) {
            case TooLongHttpLineException _ -> HttpStatus.REQUEST_URI_TOO_LONG;
            case TooLongHttpHeaderException _ -> HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            case null, default -> response.status();
        };
    }

    private static WireCode code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> HttpCode.NO_SUCH_ROUTE;
            case METHOD_NOT_ALLOWED -> HttpCode.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> HttpCode.NOT_ACCEPTABLE;
            case UNSUPPORTED_MEDIA_TYPE -> HttpCode.UNSUPPORTED_MEDIA_TYPE;
            case REQUEST_ENTITY_TOO_LARGE -> HttpCode.TOO_LARGE;
            case REQUEST_URI_TOO_LONG -> HttpCode.URI_TOO_LONG;
            case REQUEST_HEADER_FIELDS_TOO_LARGE -> HttpCode.HEADERS_TOO_LARGE;
            default -> status.getCode() < 500 ? ErrorCode.INVALID : HttpCode.INTERNAL;
        };
    }

    private static String detail(HttpStatus status, HttpRequest<?> request) {
        return switch (status) {
            case NOT_FOUND -> "There is no route for this path";
            case METHOD_NOT_ALLOWED ->
                "%s is not allowed on this path; the Allow header says what is".formatted(request.getMethodName());
            case UNSUPPORTED_MEDIA_TYPE -> "This route takes application/json";
            case REQUEST_ENTITY_TOO_LARGE -> "The body is too large";
            case REQUEST_URI_TOO_LONG -> "The request line is too long";
            case REQUEST_HEADER_FIELDS_TOO_LARGE -> "The headers are too long";
            case BAD_REQUEST -> "The request is malformed";
            case NOT_ACCEPTABLE -> "This route answers application/json";
            default -> status.getReason();
        };
    }
}
