package dev.cairn.persistence.jdbc;

import dev.cairn.schema.Engine;
import io.micronaut.data.model.runtime.RuntimeEntityRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Caches the type of each row. */
@Singleton
final class RowTypes {
    private final RuntimeEntityRegistry registry;
    private final Engine engine;
    private final Map<Class<?>, RowType<?>> types = new ConcurrentHashMap<>();

    RowTypes(RuntimeEntityRegistry registry, Engine engine) {
        this.registry = registry;
        this.engine = engine;
    }

    Engine engine() {
        return engine;
    }

    @SuppressWarnings("unchecked") // kept under the class of its rows
    <R> RowType<R> of(Class<R> type) {
        RowType<?> known = types.get(type);
        return (RowType<R>)
                (known == null
                        ? types.computeIfAbsent(type, key -> new RowType<>(registry.getEntity(key), engine))
                        : known);
    }
}
