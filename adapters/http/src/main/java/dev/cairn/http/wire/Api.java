package dev.cairn.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.application.idempotency.IdempotencyService;
import dev.cairn.application.idempotency.IdempotencyService.Given;
import dev.cairn.application.idempotency.IdempotencyService.Produced;
import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Sha256;
import dev.cairn.domain.user.Caller;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What every controller does with requests and answers: callers, versions, idempotent POSTs, JSON. */
@Singleton
public final class Api {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int KEY_MAX = 200;
    private static final int ETAG_DIGITS_MAX = 18;

    private final Bodies bodies;
    private final IdempotencyService idempotency;

    Api(Bodies bodies, IdempotencyService idempotency) {
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    /** On whose behalf the request runs: the one whose credential it carried (R6). */
    public Caller caller() {
        return Authenticated.current().caller();
    }

    /** As {@link #caller}, on the ways in, where somebody may come without a token. */
    public Caller callerOrAnonymous() {
        return ServerRequestContext.currentRequest()
                .flatMap(Authenticated::of)
                .map(Authenticated::caller)
                .orElseGet(Caller::anonymous);
    }

    /** The version in {@code If-Match}; any when it is absent or {@code *}. */
    public Expected expected(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.IF_MATCH);
        if (header == null || header.strip().equals("*")) {
            return Expected.ANY;
        }
        String tag = header.strip();
        String digits = tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")
                ? tag.substring(1, tag.length() - 1)
                : "";
        if (digits.isEmpty()
                || digits.length() > ETAG_DIGITS_MAX
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Invalid.of(ErrorCode.FORMAT, "If-Match", "If-Match must be one ETag like \"3\", or *");
        }
        return new Expected(Long.valueOf(digits));
    }

    /** An answer to anything but POST; 304 without a body when the caller has this version already. */
    public HttpResponse<byte[]> answer(HttpRequest<?> request, Reply reply) {
        String etag = reply.headers().get(HttpHeaders.ETAG);
        String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        boolean read =
                request.getMethodName().equals("GET") || request.getMethodName().equals("HEAD");
        if (read && etag != null && known != null && matches(known, etag)) {
            return HttpResponse.<byte[]>notModified().header(HttpHeaders.ETAG, etag);
        }
        return write(reply.status(), reply.headers(), reply.body() == null ? null : bodies.write(reply.body()));
    }

    /** As {@link #answer}, of what changes also while its version stays, so that nobody has it already. */
    public HttpResponse<byte[]> whole(Reply reply) {
        return write(reply.status(), reply.headers(), reply.body() == null ? null : bodies.write(reply.body()));
    }

    private static boolean matches(String known, String etag) {
        return Arrays.stream(known.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }

    public HttpResponse<byte[]> noContent() {
        return HttpResponse.noContent();
    }

    /** The body of a request that needs one. */
    public BodyObject body(HttpRequest<byte[]> request) {
        return bodies.object(bytes(request));
    }

    /** The body of a request that needs none; an empty object when it has none. */
    public BodyObject optionalBody(HttpRequest<byte[]> request) {
        return bodies.optionalObject(bytes(request));
    }

    /**
     * A POST with its body: a repetition with the same Idempotency-Key gets the same answer, once.
     *
     * @param reader takes its fields out of the body; what it answers runs when nothing unknown is left
     */
    public HttpResponse<byte[]> post(HttpRequest<byte[]> request, Function<BodyObject, Supplier<Reply>> reader) {
        return once(request, read(body(request), reader));
    }

    /** As {@link #post}, where no body is an empty object. */
    public HttpResponse<byte[]> action(HttpRequest<byte[]> request, Function<BodyObject, Supplier<Reply>> reader) {
        return once(request, read(optionalBody(request), reader));
    }

    /**
     * As {@link #post}, where body or answer hold a secret: nothing of them is kept, so that it cannot be repeated.
     *
     * @throws Invalid when it came with an Idempotency-Key
     */
    public HttpResponse<byte[]> confidential(
            HttpRequest<byte[]> request, Function<BodyObject, Supplier<Reply>> reader) {
        refuseRepetition(request);
        return answer(request, read(body(request), reader).get());
    }

    /** As {@link #confidential}, where no body is an empty object. */
    public HttpResponse<byte[]> confidentialAction(
            HttpRequest<byte[]> request, Function<BodyObject, Supplier<Reply>> reader) {
        refuseRepetition(request);
        return answer(request, read(optionalBody(request), reader).get());
    }

    /** @throws Invalid when it came with an Idempotency-Key, though it holds a secret */
    public void refuseRepetition(HttpRequest<?> request) {
        if (request.getHeaders().contains(IDEMPOTENCY_KEY)) {
            throw Invalid.of(
                    ErrorCode.INVALID,
                    IDEMPOTENCY_KEY,
                    "This request holds secrets, which are not kept: send it without " + IDEMPOTENCY_KEY);
        }
    }

    private static Supplier<Reply> read(BodyObject object, Function<BodyObject, Supplier<Reply>> reader) {
        Supplier<Reply> command = reader.apply(object);
        object.end();
        return command;
    }

    private static byte[] bytes(HttpRequest<byte[]> request) {
        return request.getBody().orElseGet(() -> new byte[0]);
    }

    private HttpResponse<byte[]> once(HttpRequest<byte[]> request, Supplier<Reply> handler) {
        String key = request.getHeaders().get(IDEMPOTENCY_KEY);
        if (key == null) {
            return answer(request, handler.get());
        }
        if (key.isBlank() || key.length() > KEY_MAX || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw Invalid.of(
                    ErrorCode.FORMAT,
                    IDEMPOTENCY_KEY,
                    "%s must be 1 to %d printable characters".formatted(IDEMPOTENCY_KEY, KEY_MAX));
        }
        String hash = Sha256.of(bytes(request));
        var named = IdempotencyStore.Key.of(
                caller(), request.getMethodName(), request.getUri().toString(), key);
        // Another caller's thread may run it (ADR 12): it takes its own request, and so its own caller, along.
        Given given = idempotency.once(named, hash, () -> produced(request, hash, handler));
        MutableHttpResponse<byte[]> response = write(
                given.answer().status(),
                headers(given.answer().headers()),
                given.answer().body().getBytes(UTF_8));
        return given.replayed() ? response.header("Idempotency-Replayed", "true") : response;
    }

    private Produced produced(HttpRequest<?> request, String hash, Supplier<Reply> handler) {
        Reply reply = ServerRequestContext.with(request, handler);
        String headers = reply.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        String body = reply.body() == null ? "" : new String(bodies.write(reply.body()), UTF_8);
        return new Produced(new IdempotencyStore.Answer(hash, reply.status(), headers, body), reply.keep());
    }

    private static Map<String, String> headers(String lines) {
        return lines.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static MutableHttpResponse<byte[]> write(int status, Map<String, String> headers, byte @Nullable [] body) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(status));
        headers.forEach(response::header);
        return body == null || body.length == 0
                ? response
                : response.body(body).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
