package dev.cairn.persistence.jdbc;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.schema.Index;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows the unique constraints by their {@link Taken} annotations. SQLite names the columns, PostgreSQL the constraint. */
final class Uniques {
    private static final List<Unique> ALL = all();

    private record Unique(String columns, String constraint, ErrorCode code, String text) {
        boolean isNamedBy(String failure) {
            return failure.contains("UNIQUE constraint failed: " + columns)
                    || failure.contains("\"" + constraint + "\"");
        }
    }

    private Uniques() {}

    /** Returns the conflict that a failure with this message means; empty when it is none of these. */
    static Optional<Conflict> broken(String failure) {
        return ALL.stream()
                .filter(unique -> unique.isNamedBy(failure))
                .findFirst()
                .map(unique -> new Conflict(unique.code(), unique.text()));
    }

    private static List<Unique> all() {
        List<Unique> all = new ArrayList<>();
        for (var introspection : BeanIntrospector.SHARED.findIntrospections(MappedEntity.class)) {
            if (introspection.hasAnnotation(Taken.class) || introspection.hasAnnotation(Taken.All.class)) {
                RuntimePersistentEntity<?> entity = new RuntimePersistentEntity<>(introspection);
                introspection.getAnnotationValuesByType(Taken.class).forEach(taken -> all.add(unique(entity, taken)));
            }
        }
        return all;
    }

    private static Unique unique(RuntimePersistentEntity<?> row, AnnotationValue<Taken> taken) {
        String table = row.getPersistedName();
        String index = taken.stringValue("index").orElse("");
        Stream<String> columns = index.isEmpty() ? key(row) : columns(row, index);
        return new Unique(
                columns.map(column -> table + "." + column).collect(Collectors.joining(", ")),
                index.isEmpty() ? table + "_pkey" : index,
                taken.enumValue("code", ErrorCode.class).orElseThrow(),
                taken.stringValue("message").orElseThrow());
    }

    private static Stream<String> key(RuntimePersistentEntity<?> row) {
        return row.getIntrospection().getBeanProperties().stream()
                .filter(property -> property.hasAnnotation(Id.class))
                .map(property -> Objects.requireNonNull(row.getPropertyByName(property.getName()))
                        .getPersistedName());
    }

    private static Stream<String> columns(RuntimePersistentEntity<?> row, String index) {
        return row.getAnnotationMetadata().getAnnotationValuesByType(Index.class).stream()
                .filter(known -> index.equals(known.stringValue("name").orElseThrow()))
                .flatMap(
                        known -> Stream.of(known.stringValue("on").orElseThrow().split(", ")));
    }
}
