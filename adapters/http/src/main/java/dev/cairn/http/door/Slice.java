package dev.cairn.http.door;

import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** The page of a list that has one order. */
@Introspected
public record Slice(@Nullable Integer limit, @Nullable String cursor) {

    public PageRequest by(Sort order) {
        return new PageRequest(rows(), cursor, order, false);
    }

    public int rows() {
        return limit == null ? PageRequest.LIMIT_DEFAULT : limit;
    }
}
