package dev.cairn.http.problem;

import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Text;
import dev.cairn.json.StrictJson;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes problems. */
@Singleton
public record Problems(StrictJson json) {
    private static final Logger LOG = System.getLogger(Problems.class.getName());
    private static final MediaType TYPE = MediaType.of("application/problem+json");
    private static final String TYPE_BASE = "https://cairn.dev/problems/";

    public MutableHttpResponse<byte[]> answer(HttpRequest<?> request, DomainError error) {
        return answer(request, Problem.of(error, request.getHeaders().contains(HttpHeaders.IF_MATCH)));
    }

    public MutableHttpResponse<byte[]> answer(HttpRequest<?> request, HttpCode code, String detail) {
        return answer(request, code, detail, null);
    }

    /** @param hint what to try, instead of what is said for the code everywhere; null for that */
    public MutableHttpResponse<byte[]> answer(
            HttpRequest<?> request, HttpCode code, String detail, @Nullable String hint) {
        Map<String, Object> details = hint == null ? Map.of() : Map.of("hint", hint);
        return answer(request, new Problem(code.status(), code, code.title(), detail, details, List.of()));
    }

    /** A problem for a connection on which no request can be answered, for code that stands before the framework. */
    @SuppressWarnings("ArrayRecordComponent") // written to the socket as it is, and never compared
    public record Unasked(int status, Map<String, String> headers, byte[] body) {
        public Unasked with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Unasked(status, more, body);
        }
    }

    public Unasked unasked(Asked asked, HttpCode code, String detail) {
        return unasked(asked, Problem.of(code, detail));
    }

    /** Makes a problem of a code that has no status of its own. */
    public Unasked unasked(Asked asked, int status, ErrorCode code, String title, String detail) {
        return unasked(asked, Problem.of(status, code, title, detail));
    }

    private Unasked unasked(Asked asked, Problem problem) {
        String requestId = asked.requestId();
        if (problem.status() >= 500) {
            try (var _ = RequestIds.logged(requestId)) {
                LOG.log(Level.INFO, "{0} for {1}: {2}", problem.status(), Text.excerpt(asked.path()), problem.detail());
            }
        }
        Map<String, String> headers = new LinkedHashMap<>(CommonHeaders.FIXED);
        headers.put(HttpHeaders.CONTENT_TYPE, TYPE.toString());
        headers.put(RequestIds.HEADER, requestId);
        if (problem.status() == 503) {
            headers.put(HttpHeaders.RETRY_AFTER, retryAfterSeconds(problem));
        }
        return new Unasked(problem.status(), headers, json.write(body(asked.path(), requestId, problem)));
    }

    MutableHttpResponse<byte[]> answer(HttpRequest<?> request, Problem problem) {
        MutableHttpResponse<byte[]> response = HttpResponse.<byte[]>status(HttpStatus.valueOf(problem.status()))
                .body(json.write(body(request.getPath(), RequestIds.of(request), problem)))
                .contentType(TYPE);
        CommonHeaders.addTo(request, response);
        return problem.status() == 503
                ? response.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds(problem))
                : response;
    }

    /** A move takes its time; everything else is over soon. */
    private static String retryAfterSeconds(Problem problem) {
        return problem.code() == ErrorCode.MOVING ? "10" : "1";
    }

    private static Map<String, Object> body(String instance, String requestId, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        String code = problem.code().wire();
        body.put("type", TYPE_BASE + code);
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", instance);
        body.put("code", code);
        body.put("errors", errors(problem));
        body.put("requestId", requestId);
        problem.details().forEach(body::putIfAbsent);
        String hint = problem.hint();
        if (hint != null) {
            body.putIfAbsent("hint", hint);
        }
        return body;
    }

    private static List<Map<String, String>> errors(Problem problem) {
        return problem.errors().stream()
                .map(e -> Map.of(
                        "pointer",
                        e.field().isEmpty() ? "" : "/" + e.field(),
                        "code",
                        e.code().wire(),
                        "message",
                        e.message()))
                .toList();
    }
}
