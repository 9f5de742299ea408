package dev.cairn.domain.agent;

import org.jspecify.annotations.Nullable;

/**
 * A part of what happened in a run, in order (T2).
 *
 * @param text what was said; of a call its arguments as JSON, of a result what the tool answered
 * @param name the tool's; null for what was said
 * @param callId by which a result says what it answers; null for what was said
 */
public record RunPart(
        Kind kind,
        String text,
        @Nullable String name,
        @Nullable String callId) {
    /** What a part is. */
    public enum Kind {
        TEXT,
        CALL,
        RESULT
    }

    public static RunPart text(String text) {
        return new RunPart(Kind.TEXT, text, null, null);
    }

    /** How many steps of a stream it is: one for each character of what was said, and one for anything else. */
    public int steps() {
        return kind == Kind.TEXT ? text.length() : 1;
    }
}
