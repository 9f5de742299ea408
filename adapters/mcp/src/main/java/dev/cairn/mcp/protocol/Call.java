package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** One tool call while it is answered: it can be cancelled, and reports its progress to a client that asked for it (M9). */
public final class Call {
    private final JsonNode id;
    private final @Nullable JsonNode progressToken;
    private final Client client;
    private volatile boolean cancelled;
    private volatile boolean left;
    private boolean answered;
    private Runnable onCancel = () -> {};

    Call(JsonNode id, @Nullable JsonNode progressToken, Client client) {
        this.id = id;
        this.progressToken = progressToken;
        this.client = client;
    }

    /** Returns a call whose client gets no notifications. */
    public static Call silent() {
        return new Call(JsonNodeFactory.instance.nullNode(), null, Client.SILENT);
    }

    JsonNode id() {
        return id;
    }

    /** Returns whether the answer is no longer awaited. Cheap; called often, by any thread. */
    public boolean gone() {
        return cancelled || left || client.gone();
    }

    /**
     * Nobody waits any more, nor reads the answer: what only waits for something to happen ends. Any thread may call it, and again.
     * It is too late once the call {@link #isTaken}.
     */
    public void cancel() {
        Runnable told;
        synchronized (this) {
            if (answered) {
                return;
            }
            cancelled = true;
            told = onCancel;
        }
        told.run();
    }

    /** Whether its answer is not wanted, which it still is when the client has only left. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** As {@link #cancel}, but what is done by then is still answered. */
    void leave() {
        Runnable told;
        synchronized (this) {
            left = true;
            told = onCancel;
        }
        told.run();
    }

    /** Whether the answer that is there now reaches the client: from then on it cannot be cancelled. False when it was before. */
    public synchronized boolean takes() {
        answered = !cancelled;
        return answered;
    }

    synchronized boolean isTaken() {
        return answered;
    }

    /** What is done when it is cancelled; at once when it was. */
    public void onCancel(Runnable told) {
        boolean now;
        synchronized (this) {
            onCancel = told;
            now = cancelled || left;
        }
        if (now) {
            told.run();
        }
    }

    /** Returns whether the client asked for progress. */
    public boolean reports() {
        return progressToken != null;
    }

    /**
     * Says how far it is, if anybody wants to know.
     *
     * @param progress greater each time
     */
    public void progress(double progress, double total, String message) {
        if (progressToken != null && !gone()) {
            ObjectNode notification =
                    JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("method", "notifications/progress");
            notification
                    .putObject("params")
                    .put("progress", progress)
                    .put("total", total)
                    .put("message", message)
                    .set("progressToken", progressToken);
            client.tell(notification);
        }
    }
}
