package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The reply to a message.
 *
 * @param body an answer, several of them, or nothing for a notification
 * @param fate what became of the message, for transports that have words of their own for it
 */
public record Reply(@Nullable JsonNode body, Fate fate) {
    /** The outcome of a message, from which a transport chooses its status. */
    public enum Fate {
        /** Handled; the answer may still be an error. */
        TAKEN,
        /** Not a message, or without the fields that its era requires. */
        REFUSED,
        /** Asks for an unknown method, in the era in which transports have a status for that. */
        UNKNOWN
    }
}
