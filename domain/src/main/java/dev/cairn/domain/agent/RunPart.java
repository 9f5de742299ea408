package dev.cairn.domain.agent;

import org.jspecify.annotations.Nullable;

/**
 * A part of a run's transcript, in order (T2).
 *
 * @param text the text of the model, the arguments of a call as JSON, or the result of a tool
 * @param name the tool's name; null for text
 * @param callId the id that a call shares with its result; null for text
 */
public record RunPart(
        Kind kind,
        String text,
        @Nullable String name,
        @Nullable String callId) {
    /** The kind of a part of a run. */
    public enum Kind {
        TEXT,
        CALL,
        RESULT
    }

    public static RunPart text(String text) {
        return new RunPart(Kind.TEXT, text, null, null);
    }

    /** Returns the number of steps in a stream: one for each character of a text, one for any other part. */
    public int steps() {
        return kind == Kind.TEXT ? text.length() : 1;
    }
}
