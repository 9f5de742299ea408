package dev.cairn.http.door;

import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import io.micronaut.core.annotation.Introspected;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page of a list, and its order. */
@Introspected
public record Paging(
        @Within(min = 1, max = PageRequest.LIMIT_MAX, absent = PageRequest.LIMIT_DEFAULT)
        int limit,

        @Nullable String cursor,
        @Nullable String sort) {

    /**
     * @param sorts by which the list can be sorted
     * @param standard how it is sorted when nothing is said
     */
    public PageRequest by(Set<String> sorts, Sort standard) {
        return by(sorts, standard, false);
    }

    public PageRequest by(Set<String> sorts, Sort standard, boolean total) {
        return new PageRequest(limit, cursor, sort == null ? standard : Sort.parse(sort, sorts), total);
    }
}
