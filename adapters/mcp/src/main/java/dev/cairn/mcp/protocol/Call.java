package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** One call of a tool while it is answered: it can be given up, and says how far it is to whoever has asked for that (M9). */
public final class Call {
    private final JsonNode id;
    private final @Nullable JsonNode progressToken;
    private final Client client;
    private volatile boolean cancelled;
    private Runnable onCancel = () -> {};

    Call(JsonNode id, @Nullable JsonNode progressToken, Client client) {
        this.id = id;
        this.progressToken = progressToken;
        this.client = client;
    }

    /** A call whose client waits in silence. */
    public static Call silent() {
        return new Call(JsonNodeFactory.instance.nullNode(), null, Client.SILENT);
    }

    JsonNode id() {
        return id;
    }

    /** Whether nobody waits for the answer any more. Asked often, by any thread. */
    public boolean gone() {
        return cancelled || client.gone();
    }

    /** Nobody waits any more: what only waits for something to happen ends. Any thread may call it, and again. */
    public void cancel() {
        Runnable told;
        synchronized (this) {
            cancelled = true;
            told = onCancel;
        }
        told.run();
    }

    /** What is done when it is cancelled; at once when it was. */
    public void onCancel(Runnable told) {
        boolean now;
        synchronized (this) {
            onCancel = told;
            now = cancelled;
        }
        if (now) {
            told.run();
        }
    }

    /** Whether somebody wants to know how far it is. */
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
