package dev.cairn.http.door;

import java.util.List;

/** Several things at once, all of which were asked for. */
public record Items<T>(List<T> items) implements MayLag {
    public Items {
        items = List.copyOf(items);
    }
}
