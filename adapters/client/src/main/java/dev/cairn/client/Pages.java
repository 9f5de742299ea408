package dev.cairn.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The items of all pages, each of which is asked for when it is needed. */
final class Pages implements Iterator<JsonNode> {
    private final Function<@Nullable String, JsonNode> pageAt;
    private final Deque<JsonNode> items = new ArrayDeque<>();
    private @Nullable String cursor;
    private boolean atEnd;

    /** @param pageAt by its cursor, null for the first */
    Pages(Function<@Nullable String, JsonNode> pageAt) {
        this.pageAt = pageAt;
    }

    @Override
    public boolean hasNext() {
        while (items.isEmpty() && !atEnd) {
            JsonNode page = pageAt.apply(cursor);
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").textValue();
            atEnd = cursor == null;
        }
        return !items.isEmpty();
    }

    @Override
    public JsonNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.remove();
    }
}
