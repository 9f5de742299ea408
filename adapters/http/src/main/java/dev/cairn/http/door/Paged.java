package dev.cairn.http.door;

import org.jspecify.annotations.Nullable;

/** A body that is one page of a list. */
public interface Paged {
    /** The {@code cursor} of the next page; null on the last one. */
    @Nullable
    String nextCursor();
}
