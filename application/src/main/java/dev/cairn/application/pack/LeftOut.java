package dev.cairn.application.pack;

import org.jspecify.annotations.Nullable;

/**
 * What was to go into a pack and did not.
 *
 * @param tokens that it would have taken; null when it was not read
 */
public record LeftOut(
        PartKind kind, String name, String title, @Nullable Integer tokens, Reason reason) {
    /** Why it is not there. */
    public enum Reason {
        /** The budget was used up. */
        BUDGET,
        /** It is not in the folder any more, or cannot be read as text. */
        UNREADABLE,
        /** More was asked for than one pack reads. */
        UNREAD
    }
}
