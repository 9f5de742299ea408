package dev.cairn.http.door;

import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** The page of a list that has one order. */
@Introspected
public record Slice(
        @Within(min = 1, max = PageRequest.LIMIT_MAX, absent = PageRequest.LIMIT_DEFAULT)
        int limit,

        @Nullable String cursor) {

    public PageRequest by(Sort order) {
        return new PageRequest(limit, cursor, order, false);
    }
}
