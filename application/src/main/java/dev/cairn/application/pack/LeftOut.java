package dev.cairn.application.pack;

import org.jspecify.annotations.Nullable;

/**
 * A section that was left out of a pack.
 *
 * @param tokens that it would have taken; null when it was not read
 */
public record LeftOut(
        PartKind kind, String name, String title, @Nullable Integer tokens, Reason reason) {
    /** The reason why it was left out. */
    public enum Reason {
        /** The budget was used up. */
        BUDGET,
        /** The file is not in the folder any more, or cannot be read as text. */
        UNREADABLE,
        /** The pack had read as much as it may. */
        UNREAD
    }
}
