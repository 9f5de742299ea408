package dev.cairn.http.queue;

import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.http.door.BodyReader;
import dev.cairn.json.FieldReader;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** The items to put on a queue: one, or several as {@code items}. */
record Enqueued(List<EnqueueItem> items) {
    Enqueued {
        items = List.copyOf(items);
    }

    /** Tells one from several. */
    @Singleton
    static final class Reader implements BodyReader<Enqueued> {
        @Override
        public Class<Enqueued> type() {
            return Enqueued.class;
        }

        @Override
        public Enqueued read(FieldReader object, HttpRequest<?> request) {
            return new Enqueued(
                    object.has("items")
                            ? object.requireList("items", EnqueueItem.class)
                            : List.of(object.as(EnqueueItem.class)));
        }
    }
}
