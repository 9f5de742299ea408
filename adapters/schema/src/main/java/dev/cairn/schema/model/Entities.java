package dev.cairn.schema.model;

import dev.cairn.schema.Backfill;
import dev.cairn.schema.Check;
import dev.cairn.schema.Counted;
import dev.cairn.schema.Default;
import dev.cairn.schema.FullText;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import dev.cairn.schema.RenamedFrom;
import dev.cairn.schema.View;
import dev.cairn.schema.WordIndex;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.type.Argument;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the model from the rows, by what Micronaut found out of them at compile time. Several rows may share a table:
 * the one with most columns comes first, the others add theirs.
 */
public final class Entities {
    private static final Comparator<RuntimePersistentEntity<?>> WIDEST_FIRST = Comparator.comparingInt(
                    (RuntimePersistentEntity<?> entity) ->
                            -entity.getIntrospection().getConstructorArguments().length)
            .thenComparing(RuntimePersistentEntity::getName);

    private final Map<String, List<RuntimePersistentEntity<?>>> rows = new TreeMap<>();
    /** The tables' names, by the simple name of the row's class. */
    private final Map<String, String> tableOf = new LinkedHashMap<>();

    private Entities(Collection<? extends BeanIntrospection<?>> introspections) {
        for (BeanIntrospection<?> introspection : introspections) {
            RuntimePersistentEntity<?> entity = new RuntimePersistentEntity<>(introspection);
            rows.computeIfAbsent(entity.getPersistedName(), _ -> new ArrayList<>())
                    .add(entity);
            tableOf.put(introspection.getBeanType().getSimpleName(), entity.getPersistedName());
        }
        rows.values().forEach(sharing -> sharing.sort(WIDEST_FIRST));
    }

    /** Reads the model of all rows of the program. */
    public static Model model() {
        return new Entities(BeanIntrospector.SHARED.findIntrospections(MappedEntity.class)).read();
    }

    private Model read() {
        List<TableModel> tables = new ArrayList<>();
        List<ViewModel> views = new ArrayList<>();
        List<WordTable> words = new ArrayList<>();
        rows.forEach((name, sharing) -> {
            AnnotationMetadata first = sharing.getFirst().getAnnotationMetadata();
            first.stringValue(View.class)
                    .ifPresentOrElse(
                            query -> views.add(new ViewModel(name, query)), () -> tables.add(table(name, sharing)));
            first.findAnnotation(WordIndex.class)
                    .ifPresent(index -> words.add(
                            new WordTable(text(index, "name"), name, List.of(index.stringValues("columns")))));
        });
        return new Model(tables, views, words);
    }

    private TableModel table(String name, List<RuntimePersistentEntity<?>> sharing) {
        Map<String, ColumnModel> columns = new LinkedHashMap<>();
        List<String> key = new ArrayList<>();
        List<String> checks = new ArrayList<>();
        List<IndexModel> indexes = new ArrayList<>();
        for (RuntimePersistentEntity<?> row : sharing) {
            BeanIntrospection<?> introspection = row.getIntrospection();
            for (Argument<?> argument : introspection.getConstructorArguments()) {
                ColumnModel column = column(row, argument);
                columns.putIfAbsent(column.name(), column);
                if (row.equals(sharing.getFirst()) && property(row, argument).hasAnnotation(Id.class)) {
                    key.add(column.name());
                }
            }
            AnnotationMetadata annotations = row.getAnnotationMetadata();
            annotations.getAnnotationValuesByType(Check.class).forEach(check -> checks.add(text(check, "value")));
            annotations.getAnnotationValuesByType(Index.class).forEach(index -> indexes.add(index(index)));
        }
        AnnotationMetadata first = sharing.getFirst().getAnnotationMetadata();
        return new TableModel(
                name,
                List.copyOf(columns.values()),
                key,
                checks,
                indexes,
                search(first.getAnnotation(FullText.class)),
                count(first.getAnnotation(Counted.class)),
                first.stringValue(RenamedFrom.class).orElse(null),
                first.stringValue(Backfill.class).orElse(null));
    }

    private ColumnModel column(RuntimePersistentEntity<?> row, Argument<?> argument) {
        String name = Objects.requireNonNull(row.getPropertyByName(argument.getName()))
                .getPersistedName();
        BeanProperty<?, ?> property = property(row, argument);
        AnnotationMetadata annotations = property.getAnnotationMetadata();
        boolean json = annotations.hasAnnotation(Json.class);
        return new ColumnModel(
                name,
                json ? ColumnType.JSON : type(argument),
                argument.isNullable() || property.isNullable(),
                annotations.stringValue(Default.class).orElse(null),
                checks(name, argument, annotations),
                reference(row, annotations.getAnnotation(References.class)),
                annotations.stringValue(RenamedFrom.class).orElse(null),
                annotations.stringValue(Backfill.class).orElse(null));
    }

    private static BeanProperty<?, ?> property(RuntimePersistentEntity<?> row, Argument<?> argument) {
        return row.getIntrospection().getRequiredProperty(argument.getName(), argument.getType());
    }

    private static List<String> checks(String column, Argument<?> argument, AnnotationMetadata annotations) {
        List<String> checks = new ArrayList<>();
        if (argument.getType().isEnum()) {
            checks.add(Arrays.stream(argument.getType().getEnumConstants())
                    .map(constant -> "'" + ((Enum<?>) constant).name() + "'")
                    .collect(Collectors.joining(", ", column + " IN (", ")")));
        }
        AnnotationValue<Length> length = annotations.getAnnotation(Length.class);
        if (length != null) {
            checks.add(between("length(" + column + ")", length.longValue("min").orElse(0), number(length, "max")));
        }
        AnnotationValue<Range> range = annotations.getAnnotation(Range.class);
        if (range != null) {
            checks.add(
                    between(column, number(range, "min"), range.longValue("max").orElse(Long.MAX_VALUE)));
        }
        return checks;
    }

    private static String between(String value, long min, long max) {
        if (max == Long.MAX_VALUE) {
            return value + " >= " + min;
        }
        return min == 0 && value.startsWith("length")
                ? value + " <= " + max
                : "%s BETWEEN %d AND %d".formatted(value, min, max);
    }

    private ColumnModel.@Nullable Reference reference(
            RuntimePersistentEntity<?> row, @Nullable AnnotationValue<References> references) {
        if (references == null) {
            return null;
        }
        String kept = text(references, "value");
        String rowName = kept.substring(kept.lastIndexOf('.') + 1) + "Row";
        String table = tableOf.get(rowName);
        if (table == null) {
            throw new IllegalArgumentException(
                    "%s refers to %s, but there is no %s".formatted(row.getName(), kept, rowName));
        }
        return new ColumnModel.Reference(
                table, references.enumValue("onDelete", OnDelete.class).orElseThrow());
    }

    private static IndexModel index(AnnotationValue<Index> index) {
        return new IndexModel(
                text(index, "name"),
                text(index, "on"),
                index.booleanValue("unique").orElse(false),
                optional(index, "where"));
    }

    private static @Nullable TextSearch search(@Nullable AnnotationValue<FullText> text) {
        return text == null
                ? null
                : new TextSearch(
                        text(text, "kind"),
                        text.stringValue("title").orElse(""),
                        text(text, "body"),
                        text.stringValue("beside").orElse(""),
                        text.stringValue("project").orElse("project_id"),
                        text.stringValue("through").orElse(""));
    }

    private static @Nullable KeptCount count(@Nullable AnnotationValue<Counted> counted) {
        return counted == null
                ? null
                : new KeptCount(
                        text(counted, "kind"),
                        text(counted, "when"),
                        counted.stringValue("project").orElse("project_id"),
                        counted.stringValue("through").orElse(""));
    }

    private static String text(AnnotationValue<?> annotation, String member) {
        return annotation.stringValue(member).orElseThrow();
    }

    private static long number(AnnotationValue<?> annotation, String member) {
        return annotation.longValue(member).orElseThrow();
    }

    private static @Nullable String optional(AnnotationValue<?> annotation, String member) {
        return annotation.stringValue(member).filter(text -> !text.isEmpty()).orElse(null);
    }

    private static ColumnType type(Argument<?> argument) {
        Class<?> type = argument.getType();
        if (type == long.class || type == Long.class) {
            return ColumnType.BIGINT;
        }
        if (type == int.class || type == Integer.class) {
            return ColumnType.INTEGER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return ColumnType.BOOLEAN;
        }
        if (type == double.class || type == Double.class) {
            return ColumnType.REAL;
        }
        if (type == byte[].class) {
            return ColumnType.BYTES;
        }
        if (type == Instant.class) {
            return ColumnType.TIMESTAMP;
        }
        if (type == String.class || type.isEnum()) {
            return ColumnType.TEXT;
        }
        throw new IllegalArgumentException("No column holds a " + argument);
    }
}
