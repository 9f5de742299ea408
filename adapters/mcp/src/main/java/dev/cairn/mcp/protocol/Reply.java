package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What goes back.
 *
 * @param body an answer, several of them, or nothing for a notification
 * @param fate what became of the message, for transports that have words of their own for it
 */
public record Reply(@Nullable JsonNode body, Fate fate) {
    /** What became of a message. */
    public enum Fate {
        /** It was looked after, and the answer may say that this went wrong. */
        TAKEN,
        /** It was no message, or lacked what a message of its era has. */
        REFUSED,
        /** It asks for a method that there is not, in the era in which transports say so. */
        UNKNOWN
    }
}
