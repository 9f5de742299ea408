package dev.cairn.domain.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param limit 1 to {@value #LIMIT_MAX} rows
 * @param cursor the previous page's {@code nextCursor}, or null for the first page
 * @param total whether the total over all pages is counted as well
 */
public record PageRequest(int limit, @Nullable String cursor, Sort sort, boolean total) {
    public static final int LIMIT_DEFAULT = 50;
    public static final int LIMIT_MAX = 200;

    public PageRequest {
        Limits.range("limit", limit, 1, LIMIT_MAX);
    }

    public static PageRequest first(Sort sort) {
        return new PageRequest(LIMIT_DEFAULT, null, sort, false);
    }

    public PageRequest at(@Nullable String next) {
        return new PageRequest(limit, next, sort, total);
    }
}
