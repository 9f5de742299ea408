package dev.cairn.mcp.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.DomainError;
import dev.cairn.mcp.protocol.RpcError;
import dev.cairn.mcp.protocol.Work;
import dev.cairn.mcp.tool.Place;
import dev.cairn.mcp.tool.ToolProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has work done by a server, which is looked for when the first work comes. Nothing is sent twice: when the server goes away
 * the answer says so, and the next work looks for another one (M11).
 */
public final class AttachedWork implements Work, AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);
    private static final int OK = 200;

    private final Place place;
    private final Supplier<Server> servers;
    private final JsonMapper json;
    private @Nullable Server server;
    private volatile @Nullable HttpClient client;
    private volatile boolean waits;
    private volatile boolean hurried;

    /**
     * Where a server is.
     *
     * @param token is sent with each message; none when it is empty
     */
    public record Server(URI url, String token) {
        /** Without the token (R11). */
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
        this.place = place;
        this.servers = servers;
        this.json = json;
    }

    @Override
    public synchronized ObjectNode answer(String method, ObjectNode params) {
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
        server = known;
        waits = params.path("arguments").path("wait_seconds").asInt() > 0;
        try {
            return hurried && waits ? gone(method, known, "The input has ended.") : sent(known, method, params);
        } finally {
            waits = false;
        }
    }

    @Override
    public void hurry() {
        hurried = true;
        HttpClient asked = client;
        if (waits && asked != null) {
            asked.shutdownNow();
        }
    }

    private ObjectNode sent(Server to, String method, ObjectNode params) {
        try {
            HttpResponse<byte[]> response = client().send(request(to, method, params), BodyHandlers.ofByteArray());
            JsonNode body = json.readTree(response.body());
            if (response.statusCode() == OK && body.path("result") instanceof ObjectNode result) {
                return result;
            }
            if (body.path("error").isObject()) {
                throw passedOn(body.path("error"));
            }
            server = null;
            String detail = body.path("detail").asText("The server answered HTTP " + response.statusCode());
            return problem(
                    method,
                    body.path("code").asText("error"),
                    detail,
                    body.path("hint").asText("See its log."));
        } catch (JsonProcessingException e) {
            server = null;
            return problem(
                    method,
                    LineCode.SERVER_FOREIGN.wire(),
                    "What answers at %s is no Cairn".formatted(to),
                    "Look at CAIRN_URL.");
        } catch (ConnectException e) {
            return gone(method, to, "Nothing was done: call again, and another server is looked for.");
        } catch (IOException e) {
            return gone(
                    method,
                    to,
                    "What was asked for may have been done: look with get or list_work. The next call finds a server again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return gone(method, to, "This program is ending.");
        }
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

    /** A tool's answer can say what went wrong, everything else is an error. */
    private static ObjectNode problem(String method, String code, String detail, String hint) {
        if (method.equals("tools/call")) {
            return ToolProblem.result(code, detail, hint);
        }
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("code", code).put("hint", hint);
        throw new RpcError(RpcError.INTERNAL, detail, data);
    }

    /** In plain ASCII, so that even half a character is handed on as it came, for the server to refuse. */
    private HttpRequest request(Server to, String method, ObjectNode params) throws JsonProcessingException {
        ObjectNode said = params.deepCopy();
        said.remove("_meta");
        place.addTo(said);
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", method)
                .set("params", said);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(to.url() + "/mcp"))
                .timeout(ANSWER_TIMEOUT)
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
