package dev.cairn.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Sends requests, and sends again those that do no harm when they were done already. */
final class Transport implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** The longest wait until an answer begins; longer than the longest import. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(30);

    /** An answer that has begun goes on, a stream says something every 15 s, and waiting for events or work ends after 25 s. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(45);

    private static final int ATTEMPTS_MAX = 4;
    private static final long PAUSE_MILLIS = 100;
    private static final int DOUBLED_MAX = 5;
    private static final int REDIRECTS = 300;
    private static final int REFUSALS = 400;
    private static final Set<Integer> GATEWAYS = Set.of(502, 503, 504);

    private final URI server;
    private final String token;
    private final Duration silenceMax;
    private final HttpClient http;
    volatile boolean closed;

    /** @throws IllegalArgumentException when the token holds characters that no header can */
    Transport(URI server, String token, Duration silenceMax) {
        if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("The token holds characters that no token has");
        }
        this.server = server;
        this.token = token;
        this.silenceMax = silenceMax;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT);
        this.http = ("https".equals(server.getScheme()) ? builder : builder.sslContext(trustingNobody())).build();
    }

    /** Returns an empty TLS context for plain HTTP: loading the system's certificates takes longer than all the rest. */
    private static SSLContext trustingNobody() {
        try {
            SSLContext none = SSLContext.getInstance("TLS");
            none.init(null, new TrustManager[0], null);
            return none;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    URI server() {
        return server;
    }

    /**
     * @param key chosen by the caller; else an operation that takes one is given one, so that it can be sent again
     * @param lastEventId what a stream goes on behind
     */
    InputStream send(
            Operation operation,
            String target,
            @Nullable FileBody body,
            @Nullable Long version,
            @Nullable String key,
            @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + target))
                .timeout(isPrompt(operation) ? silenceMax : ANSWER_TIMEOUT)
                .method(operation.method, body == null ? BodyPublishers.noBody() : body.content());
        if (body != null) {
            request.header("Content-Type", body.mediaType());
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (version != null && operation.conditional) {
            request.header("If-Match", "\"%d\"".formatted(version));
        }
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        if (operation.idempotent) {
            request.header("Idempotency-Key", key == null ? UUID.randomUUID().toString() : key);
        }
        return answered(operation, request.build());
    }

    private static boolean isStream(Operation operation) {
        return operation == Operation.FOLLOW_EVENTS || operation == Operation.FOLLOW_RUN;
    }

    /** Whether its answer begins soon: a server bounds the time of all but those that read or write a whole database or project. */
    static boolean isPrompt(Operation operation) {
        return switch (operation) {
            case EXPORT_PROJECT, EXPORT_PROMPTS, IMPORT_FILE, IMPORT_SYSTEM, IMPORT_PROMPTS, CREATE_BACKUP -> false;
            default -> true;
        };
    }

    private InputStream answered(Operation operation, HttpRequest request) {
        int attempts = operation.idempotent || operation.method.equals("GET") ? ATTEMPTS_MAX : 1;
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
                if (response.statusCode() < REDIRECTS) {
                    return accepted(operation, response);
                }
                ProblemException problem = refused(response);
                boolean underWay = attempt > 1 && problem.code().equals("idempotency_in_flight");
                if (!underWay || attempt == attempts) {
                    throw problem;
                }
            } catch (IOException e) {
                if (attempt == attempts || closed || e instanceof HttpTimeoutException) {
                    throw lost(e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            rest(PAUSE_MILLIS << attempt);
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted(new InterruptedException());
            }
        }
    }

    private InputStream accepted(Operation operation, HttpResponse<InputStream> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (isStream(operation) && !type.startsWith("text/event-stream")) {
            response.body().close();
            throw noCairn("no stream of events", null);
        }
        return new Heard(response.body(), silenceMax);
    }

    private ProblemException refused(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        try (InputStream body = new Heard(response.body(), silenceMax)) {
            if (status < REFUSALS) {
                String other = response.headers().firstValue("Location").orElse("another address");
                throw new UnreachableException(
                        "server_moved",
                        "The server at %s sends us to %s: name that one".formatted(server, other),
                        null);
            }
            return new ProblemException(status, Json.MAPPER.readTree(body));
        } catch (IOException e) {
            if (GATEWAYS.contains(status)) {
                throw lost(new IOException("a gateway answered HTTP %d; it may have been done".formatted(status), e));
            }
            throw noCairn("HTTP %d, and no JSON".formatted(status), e);
        }
    }

    UnreachableException noCairn(String what, @Nullable IOException cause) {
        return new UnreachableException(
                "no_cairn", "What answers at %s is no Cairn: %s".formatted(server, what), cause);
    }

    UnreachableException lost(IOException cause) {
        return new UnreachableException(
                "server_unreachable", "The server at %s cannot be reached: %s".formatted(server, reason(cause)), cause);
    }

    /** Ends what is under way: a stream would not end by itself. */
    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _ -> "it does not answer";
            case HttpTimeoutException _ -> "it takes too long to answer";
            case ConnectException _
            when failure.getCause() != null
                    && failure.getCause() instanceof ConnectException cause
                    && cause.getCause() instanceof UnresolvedAddressException -> "there is no such host";
            case ConnectException _ -> Objects.requireNonNullElse(failure.getMessage(), "nothing listens there");
            default -> Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        };
    }

    /** The longer, the more often in a row it failed. */
    static void restBehind(int failures) {
        rest(PAUSE_MILLIS << Math.min(failures, DOUBLED_MAX));
    }

    /** Sleeps; an interrupted thread stays interrupted. */
    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static UnreachableException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new UnreachableException("interrupted", "Interrupted", cause);
    }
}
