package dev.cairn.mcp.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.DomainError;
import dev.cairn.mcp.protocol.Call;
import dev.cairn.mcp.protocol.RpcError;
import dev.cairn.mcp.protocol.Work;
import dev.cairn.mcp.tool.Place;
import dev.cairn.mcp.tool.ToolProblem;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has work done by a server, which is looked for when the first work comes. Nothing is sent twice: when the server goes away
 * the answer says so, and the next work looks for another one (M11).
 */
public final class AttachedWork implements Work, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(AttachedWork.class.getName());
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** The longest wait for the whole answer, waiting for work included. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

    /** So long an answer may take that was begun when its call was given up. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(250);

    private static final int OK = 200;
    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final String DATA = "data: ";
    private static final String UNKNOWN =
            "What was asked for may have been done: look with get or list_work. The next call finds a server again.";

    private final Place place;
    private final Supplier<Server> servers;
    private final JsonMapper json;
    private final Duration answerTimeout;
    private @Nullable Server server;
    private @Nullable HttpClient client;

    /**
     * The address of a server, and the token for it.
     *
     * @param token is sent with each message; none when it is empty
     */
    public record Server(URI url, String token) {
        /** Returns whether the token is printable ASCII: the HTTP client would refuse another, and quote it in its message. */
        private boolean hasSendableToken() {
            return token.chars().allMatch(c -> c > ' ' && c < 127);
        }

        /** Leaves the token out (R11). */
        @Override
        public String toString() {
            return url.toString();
        }
    }

    /**
     * @param place where the agent is
     * @param servers finds a server, or starts one
     */
    public AttachedWork(Place place, Supplier<Server> servers, JsonMapper json) {
        this(place, servers, json, ANSWER_TIMEOUT);
    }

    AttachedWork(Place place, Supplier<Server> servers, JsonMapper json, Duration answerTimeout) {
        this.place = place;
        this.servers = servers;
        this.json = json;
        this.answerTimeout = answerTimeout;
    }

    @Override
    public synchronized ObjectNode answer(String method, ObjectNode params, Call call) {
        Server known;
        try {
            known = server == null ? servers.get() : server;
        } catch (DomainError error) {
            return problem(
                    method, error.code().wire(), error.reason(), "No server could be reached. Nothing was done.");
        } catch (RuntimeException e) {
            String why = Objects.requireNonNullElse(e.getMessage(), e.toString());
            return problem(
                    method, LineCode.SERVER_UNAVAILABLE.wire(), why, "No server could be reached. Nothing was done.");
        }
        if (!known.hasSendableToken()) {
            return problem(
                    method,
                    LineCode.TOKEN_MALFORMED.wire(),
                    "The token for %s holds characters that no token has".formatted(known),
                    "Set CAIRN_TOKEN to a token as it was shown, without quotes or blanks. Nothing was done.");
        }
        server = known;
        ObjectNode answer = sent(known, method, params, call);
        giveBackUnlessTaken(known, params, answer, call);
        return answer;
    }

    /** Work that was handed out when its call had been given up goes back: nobody is told that it is theirs (M9). */
    private void giveBackUnlessTaken(Server to, ObjectNode params, ObjectNode answer, Call call) {
        JsonNode given = answer.path("structuredContent");
        boolean claimed = params.path("name").asText().equals("claim_next")
                && given.path("claimed").asBoolean();
        if (claimed && !call.takes()) {
            ObjectNode release = JsonNodeFactory.instance.objectNode().put("name", "finish_claim");
            release.putObject("arguments")
                    .put("claim", given.path("claim_id").asText())
                    .put("fencing_token", given.path("fencing_token").asLong())
                    .put("outcome", "release");
            sent(to, "tools/call", release, Call.silent());
        }
    }

    private ObjectNode sent(Server to, String method, ObjectNode params, Call call) {
        boolean waits = params.path("arguments").path("wait_seconds").asInt() > 0;
        try {
            if (waits && call.gone()) {
                return gone(method, to, "It was given up before it began; nothing was done.");
            }
            CompletableFuture<HttpResponse<InputStream>> response =
                    client().sendAsync(request(to, method, params, call), BodyHandlers.ofInputStream());
            if (waits) { // Anything else is soon done, and its answer may be wanted all the same.
                call.onCancel(() -> hangUpSoon(response, call));
            }
            HttpResponse<InputStream> begun = response.get();
            CompletableFuture<@Nullable Void> whole = new CompletableFuture<>();
            whole.orTimeout(answerTimeout.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> {
                hangUp(response);
                return null;
            });
            try {
                return answered(method, begun, call);
            } finally {
                whole.complete(null);
            }
        } catch (JsonProcessingException e) {
            server = null;
            return problem(
                    method,
                    LineCode.SERVER_FOREIGN.wire(),
                    "What answers at %s is no Cairn".formatted(to),
                    "Look at CAIRN_URL.");
        } catch (ExecutionException e) {
            return gone(
                    method,
                    to,
                    e.getCause() instanceof ConnectException
                            ? "Nothing was done: call again, and another server is looked for."
                            : UNKNOWN);
        } catch (IOException | CancellationException e) {
            return gone(method, to, UNKNOWN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return gone(method, to, "This program is ending.");
        }
    }

    /** Whoever gave it up is gone, but an answer that is on its way is still read: there may be work in it, which goes back. */
    private static void hangUpSoon(CompletableFuture<HttpResponse<InputStream>> response, Call call) {
        if (call.isCancelled()) {
            CompletableFuture.delayedExecutor(ON_ITS_WAY.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> hangUp(response));
        } else {
            hangUp(response);
        }
    }

    /** The server notices that nobody is there any more, and hands out nothing. */
    private static void hangUp(CompletableFuture<HttpResponse<InputStream>> response) {
        if (!response.cancel(true) && response.state() == Future.State.SUCCESS) {
            try {
                response.resultNow().body().close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "A connection could not be closed", e);
            }
        }
    }

    private ObjectNode answered(String method, HttpResponse<InputStream> response, Call call) throws IOException {
        JsonNode body;
        try (InputStream in = response.body()) {
            boolean streams =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            body = streams ? last(in, call) : json.readTree(in.readAllBytes());
        } catch (JsonProcessingException e) {
            if (isGateways(response)) {
                throw new IOException("A gateway answered HTTP " + response.statusCode(), e);
            }
            throw e;
        }
        if (response.statusCode() == OK && body.path("result") instanceof ObjectNode result) {
            return result;
        }
        if (body.path("error").isObject()) {
            throw passedOn(body.path("error"));
        }
        server = null;
        String detail = body.path("detail").asText("The server answered HTTP " + response.statusCode());
        boolean gateway = isGateways(response);
        return problem(
                method,
                body.path("code").asText(gateway ? LineCode.SERVER_GONE.wire() : "error"),
                detail,
                body.path("hint").asText(gateway ? UNKNOWN : "See its log."));
    }

    /** Whether it may be of somebody between here and the server, who does not know what the server did. */
    private static boolean isGateways(HttpResponse<?> response) {
        return response.statusCode() >= BAD_GATEWAY && response.statusCode() <= GATEWAY_TIMEOUT;
    }

    /** The answer, behind all that is told before it, which goes on to the client. */
    private JsonNode last(InputStream in, Call call) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode message = line.startsWith(DATA) ? json.readTree(line.substring(DATA.length())) : null;
            if (message != null && message.has("method")) {
                JsonNode said = message.path("params");
                call.progress(
                        said.path("progress").asDouble(),
                        said.path("total").asDouble(),
                        said.path("message").asText());
            } else if (message != null) {
                return message;
            }
        }
        throw new EOFException("The answer is missing");
    }

    private ObjectNode gone(String method, Server was, String hint) {
        server = null;
        return problem(method, LineCode.SERVER_GONE.wire(), "The server at %s has gone away".formatted(was), hint);
    }

    private static RpcError passedOn(JsonNode error) {
        return new RpcError(
                error.path("code").asInt(RpcError.INTERNAL),
                error.path("message").asText(),
                error.path("data") instanceof ObjectNode data ? data : null);
    }

    /** Returns the problem as a tool's result; for other methods it is thrown as an error. */
    private static ObjectNode problem(String method, String code, String detail, String hint) {
        if (method.equals("tools/call")) {
            return ToolProblem.result(code, detail, hint);
        }
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("code", code).put("hint", hint);
        throw new RpcError(RpcError.INTERNAL, detail, data);
    }

    /** Builds the request in plain ASCII, so that even half a surrogate pair arrives unchanged, for the server to refuse. */
    private HttpRequest request(Server to, String method, ObjectNode params, Call call) throws JsonProcessingException {
        ObjectNode said = params.deepCopy();
        said.remove("_meta");
        place.addTo(said);
        if (call.reports()) {
            said.withObject("/_meta").put("progressToken", 1);
        }
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", method)
                .set("params", said);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(to.url() + "/mcp"))
                .timeout(answerTimeout)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2025-11-25")
                .POST(BodyPublishers.ofByteArray(
                        json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(message)));
        return (to.token().isEmpty() ? request : request.header("Authorization", "Bearer " + to.token())).build();
    }

    private HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();
            client = known;
        }
        return known;
    }

    @Override
    public void close() {
        HttpClient asked = client;
        if (asked != null) {
            asked.shutdownNow();
        }
    }
}
