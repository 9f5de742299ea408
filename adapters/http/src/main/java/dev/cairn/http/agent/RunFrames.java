package dev.cairn.http.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.application.agent.RunEvent;
import dev.cairn.domain.agent.RunPart;
import dev.cairn.domain.conversation.FinishReason;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.kernel.Id;
import dev.cairn.json.StrictJson;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes what a follower of a run is told as server-sent events, each under its number. */
@Singleton
record RunFrames(StrictJson json) {
    /** The time after which a client reconnects. */
    private static final int RETRY_MILLIS = 1_000;

    static final byte[] FIRST = "retry: %d\n\n".formatted(RETRY_MILLIS).getBytes(UTF_8);
    /** Says that the connection still stands. */
    static final byte[] COMMENT = ":\n\n".getBytes(UTF_8);

    private record Tool(RunPart.Kind kind, String name, String callId, String text) {}

    private record Restarted(int attempt) {}

    private record Done(Id<Message> messageId, @Nullable FinishReason finishReason) {}

    private record Failed(String code, String detail) {}

    byte[] of(RunEvent event) {
        return switch (event) {
            case RunEvent.Delta delta -> frame(event, "delta", delta);
            case RunEvent.Tool(var _, RunPart part) ->
                frame(event, "tool", new Tool(part.kind(), named(part.name()), named(part.callId()), part.text()));
            case RunEvent.Restarted(var _, int attempt) -> frame(event, "restarted", new Restarted(attempt));
            case RunEvent.Used used -> frame(event, "usage", used.usage());
            case RunEvent.Done done -> frame(event, "done", new Done(done.messageId(), done.finishReason()));
            case RunEvent.Failed failed -> frame(event, "failed", new Failed(failed.code(), failed.detail()));
        };
    }

    private static String named(@Nullable String text) {
        return text == null ? "" : text;
    }

    private byte[] frame(RunEvent event, String name, Record data) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(
                "id: %d\nevent: %s\ndata: ".formatted(event.seq(), name).getBytes(UTF_8));
        frame.writeBytes(json.write(data));
        frame.writeBytes("\n\n".getBytes(UTF_8));
        return frame.toByteArray();
    }
}
