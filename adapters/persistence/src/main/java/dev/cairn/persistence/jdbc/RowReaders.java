package dev.cairn.persistence.jdbc;

import io.micronaut.data.model.runtime.RuntimeEntityRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One reader for each type of row. */
@Singleton
final class RowReaders {
    private final RuntimeEntityRegistry registry;
    private final Engine engine;
    private final Map<Class<?>, RowReader<?>> readers = new ConcurrentHashMap<>();

    RowReaders(RuntimeEntityRegistry registry, Engine engine) {
        this.registry = registry;
        this.engine = engine;
    }

    @SuppressWarnings("unchecked") // a reader is kept under the type that it reads
    <R> RowReader<R> of(Class<R> type) {
        RowReader<?> known = readers.get(type);
        return (RowReader<R>)
                (known == null
                        ? readers.computeIfAbsent(type, key -> new RowReader<>(registry.getEntity(key), engine))
                        : known);
    }
}
