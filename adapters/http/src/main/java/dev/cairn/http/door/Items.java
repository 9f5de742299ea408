package dev.cairn.http.door;

import java.util.List;

/** A list without pages: all things that were asked for. */
public record Items<T>(List<T> items) implements MayLag {
    public Items {
        items = List.copyOf(items);
    }
}
