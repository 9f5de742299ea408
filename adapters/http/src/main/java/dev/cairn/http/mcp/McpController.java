package dev.cairn.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.door.FromRequest;
import dev.cairn.http.door.Presence;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Unread;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The route of MCP messages and their answers (M9). */
@Routes("/mcp")
record McpController(Mcp mcp) {
    /** The work is done on a thread of its own, as its answer may begin before it is done. */
    @Post
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM})
    HttpResponse<?> answer(HttpRequest<?> request, Caller caller, Mcp.Head head, @Body Unread message) {
        McpStream stream = new McpStream(Presence.of(request), takesStreams(request));
        Thread.ofVirtual().name("cairn-mcp").start(() -> {
            try {
                Mcp.Reply reply = mcp.answer(caller, head, message.bytes(), stream);
                stream.answer(reply, reply.body() == null ? new byte[0] : mcp.bytes(reply.body()));
            } catch (RuntimeException | Error e) {
                stream.fail(e);
            }
        });
        Mcp.Reply reply = stream.answerOrBeginning();
        return reply == null
                ? HttpResponse.<McpFlow>ok(stream)
                        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                        .header("X-Accel-Buffering", "no")
                : HttpResponse.<JsonNode>status(HttpStatus.valueOf(reply.status()))
                        .body(reply.body());
    }

    private static boolean takesStreams(HttpRequest<?> request) {
        return request.getHeaders().getAll(HttpHeaders.ACCEPT).stream()
                .anyMatch(accepted -> accepted.contains(MediaType.TEXT_EVENT_STREAM));
    }

    /** Makes what the headers say an argument. */
    @Factory
    static final class Heads {
        @Singleton
        FromRequest<Mcp.Head> head() {
            return new FromRequest<>(
                    Argument.of(Mcp.Head.class),
                    (_, request) -> new Mcp.Head(
                            one(request, "MCP-Protocol-Version"),
                            one(request, "Mcp-Method"),
                            one(request, "Mcp-Name")));
        }

        /** A header that is sent twice says nothing that a message could repeat. */
        private static @Nullable String one(HttpRequest<?> request, String name) {
            List<String> values = request.getHeaders().getAll(name);
            return values.isEmpty() ? null : String.join(", ", values);
        }
    }
}
