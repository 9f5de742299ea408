package dev.cairn.schema.catalogue;

import dev.cairn.schema.Engine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a database, as its engine tells them, so that two databases of one engine are compared without
 * interpreting SQL. In the order in which things were made; the order of columns does not count when catalogues are
 * compared.
 */
public record Catalogue(Engine engine, Map<String, Table> tables, Map<String, DbObject> objects) {
    public Catalogue {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        objects = Collections.unmodifiableMap(new LinkedHashMap<>(objects));
    }

    /**
     * A table.
     *
     * @param options what follows the bracket of CREATE TABLE
     * @param sql the statement that makes it, without its indexes
     */
    public record Table(
            String name,
            Map<String, Column> columns,
            List<String> primaryKey,
            String options,
            Set<Constraint> constraints,
            Map<String, Index> indexes,
            String sql) {
        public Table {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            primaryKey = List.copyOf(primaryKey);
            constraints = Collections.unmodifiableSet(new LinkedHashSet<>(constraints));
            indexes = Collections.unmodifiableMap(new LinkedHashMap<>(indexes));
        }
    }

    /**
     * A column.
     *
     * @param initial its default
     * @param generated the expression that it always has
     * @param sql what stands for it in CREATE TABLE
     */
    public record Column(
            String name,
            String type,
            boolean nullable,
            @Nullable String initial,
            @Nullable String generated,
            String sql) {
        public boolean sameAs(Column other) {
            return type.equals(other.type)
                    && nullable == other.nullable
                    && Objects.equals(initial, other.initial)
                    && Objects.equals(generated, other.generated);
        }
    }

    /** A check or a key; equal by its definition, whatever its name. */
    public record Constraint(String name, String definition) {
        public boolean isForeignKey() {
            return definition.startsWith("FOREIGN KEY");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Constraint constraint && definition.equals(constraint.definition);
        }

        @Override
        public int hashCode() {
            return definition.hashCode();
        }
    }

    /** An index; {@code definition} does not hold its name. */
    public record Index(String name, String definition, String sql) {
        public boolean isUnique() {
            return definition.toLowerCase(Locale.ROOT).startsWith("unique");
        }
    }

    /** The kinds of objects beside tables and indexes, in the order in which they are created. */
    public enum Kind {
        VIEW,
        VIRTUAL_TABLE,
        TRIGGER
    }

    /** A view, a trigger or a virtual table. */
    public record DbObject(Kind kind, String name, String definition, String sql) {}

    static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
        return things.stream().collect(Collectors.toMap(name, Function.identity(), (a, _) -> a, LinkedHashMap::new));
    }
}
