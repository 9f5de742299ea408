package dev.cairn.domain.kernel;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The order of a list, from a whitelist of fields (R9); the repository adds the id as the last field. */
public record Sort(List<Order> orders) {

    /** A field and its direction. */
    public record Order(String field, boolean descending) {}

    public Sort {
        orders = List.copyOf(orders);
    }

    public static Sort by(Order... orders) {
        return new Sort(List.of(orders));
    }

    public static Order asc(String field) {
        return new Order(field, false);
    }

    public static Order desc(String field) {
        return new Order(field, true);
    }

    /**
     * Reads {@code -priority,createdAt}.
     *
     * @throws Invalid {@code unknown_sort} listing the allowed fields
     */
    public static Sort parse(String text, Set<String> allowed) {
        List<Order> orders = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            boolean descending = part.startsWith("-");
            String field = descending ? part.substring(1) : part;
            if (!allowed.contains(field)
                    || orders.stream().anyMatch(o -> o.field().equals(field))) {
                throw Invalid.of(
                        ErrorCode.UNKNOWN_SORT,
                        "sort",
                        "Cannot sort by '%s'; allowed, each once: %s"
                                .formatted(
                                        Text.excerpt(part),
                                        String.join(
                                                ", ", allowed.stream().sorted().toList())));
            }
            orders.add(new Order(field, descending));
        }
        return new Sort(orders);
    }
}
