package dev.cairn.mcp.work;

import org.jspecify.annotations.Nullable;

/** The amount that is shown of a ticket. */
enum Detail {
    /** Enough to decide about it. */
    BRIEF(2_000, 50, 0, 5, 2_000),
    /** Enough to start working on it. */
    START(50_000, 200, 2_000, 20, 4_000),
    /** All of it, within the limits. */
    FULL(50_000, 1_000, 50_000, 100, 10_000);

    final int overviewMax;
    final int tasksMax;
    final int descriptionMax;
    final int commentsMax;
    final int commentMax;

    Detail(int overviewMax, int tasksMax, int descriptionMax, int commentsMax, int commentMax) {
        this.overviewMax = overviewMax;
        this.tasksMax = tasksMax;
        this.descriptionMax = descriptionMax;
        this.commentsMax = commentsMax;
        this.commentMax = commentMax;
    }

    /** The amounts that a caller may ask for. */
    enum Wanted {
        BRIEF,
        FULL
    }

    static Detail of(@Nullable Wanted wanted) {
        return wanted == Wanted.FULL ? FULL : BRIEF;
    }
}
