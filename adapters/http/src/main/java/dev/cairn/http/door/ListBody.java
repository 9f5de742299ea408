package dev.cairn.http.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cairn.domain.kernel.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list; the next one is also linked in the headers.
 *
 * @param total over all pages, only where it was asked for
 */
public record ListBody<T>(
        List<T> items,
        @Nullable String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) implements Paged, MayLag {
    public ListBody {
        items = List.copyOf(items);
    }

    public static <T> ListBody<T> of(Page<T> page) {
        return new ListBody<>(page.items(), page.nextCursor(), page.total());
    }

    public static <S, T> ListBody<T> of(Page<S> page, Function<S, T> shape) {
        return of(page.map(shape));
    }

    /** Makes a list that has one page. */
    public static <T> ListBody<T> whole(List<T> items) {
        return new ListBody<>(items, null, null);
    }
}
