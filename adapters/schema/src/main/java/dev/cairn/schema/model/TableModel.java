package dev.cairn.schema.model;

import dev.cairn.schema.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param primaryKey its columns; a table with more than one is kept in their order (WITHOUT ROWID on SQLite)
 * @param checks conditions over several columns, in SQL
 * @param backfill the SELECT that fills it when it is made
 */
public record TableModel(
        String name,
        List<ColumnModel> columns,
        List<String> primaryKey,
        List<String> checks,
        List<IndexModel> indexes,
        @Nullable TextSearch search,
        @Nullable KeptCount count,
        @Nullable String renamedFrom,
        @Nullable String backfill) {

    public TableModel {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /** Creates a table whose first column is its key. */
    public static TableModel of(String name, ColumnModel... columns) {
        return new TableModel(
                name, List.of(columns), List.of(columns[0].name()), List.of(), List.of(), null, null, null, null);
    }

    public TableModel with(List<ColumnModel> columns) {
        return new TableModel(name, columns, primaryKey, checks, indexes, search, count, renamedFrom, backfill);
    }

    public TableModel keyedBy(String... columns) {
        return new TableModel(
                name, this.columns, List.of(columns), checks, indexes, search, count, renamedFrom, backfill);
    }

    public TableModel checked(String... conditions) {
        return new TableModel(
                name, columns, primaryKey, List.of(conditions), indexes, search, count, renamedFrom, backfill);
    }

    public TableModel indexed(IndexModel... indexes) {
        return new TableModel(
                name, columns, primaryKey, checks, List.of(indexes), search, count, renamedFrom, backfill);
    }

    public TableModel searched(@Nullable TextSearch search) {
        return new TableModel(name, columns, primaryKey, checks, indexes, search, count, renamedFrom, backfill);
    }

    public TableModel counted(@Nullable KeptCount count) {
        return new TableModel(name, columns, primaryKey, checks, indexes, search, count, renamedFrom, backfill);
    }

    public TableModel renamedFrom(String old) {
        return new TableModel(name, columns, primaryKey, checks, indexes, search, count, old, backfill);
    }

    public TableModel filledWith(String select) {
        return new TableModel(name, columns, primaryKey, checks, indexes, search, count, renamedFrom, select);
    }

    /** Returns the other tables that this one refers to. */
    public List<String> parents() {
        return columns.stream()
                .flatMap(column -> Stream.ofNullable(column.references()))
                .map(ColumnModel.Reference::table)
                .filter(parent -> !parent.equals(name))
                .distinct()
                .toList();
    }

    /** Returns the declared indexes, and one for each foreign key that no index of all its rows starts with. */
    public List<IndexModel> allIndexes() {
        List<IndexModel> all = new ArrayList<>(indexes);
        for (ColumnModel column : columns) {
            if (column.references() != null && !primaryKey.getFirst().equals(column.name()) && !covered(column)) {
                String name = this.name + "_" + column.name().replaceFirst("_id$", "");
                IndexModel own = IndexModel.of(name, column.name());
                all.add(column.nullable() ? own.over(column.name() + " IS NOT NULL") : own);
            }
        }
        return all;
    }

    private boolean covered(ColumnModel column) {
        return indexes.stream()
                .filter(index -> index.where() == null || index.where().equals(column.name() + " IS NOT NULL"))
                .anyMatch(index -> index.on().split("[, ]", 2)[0].equals(column.name()));
    }

    String sql(Engine engine) {
        List<String> lines = new ArrayList<>();
        columns.forEach(column -> lines.add(line(column, engine)));
        if (search != null && engine == Engine.POSTGRESQL) {
            lines.add(search.generatedColumn(
                    search.columns().stream().map(this::filled).collect(Collectors.joining(" || ' ' || "))));
        }
        if (primaryKey.size() > 1) {
            lines.add("PRIMARY KEY (" + String.join(", ", primaryKey) + ")");
        }
        checks.forEach(check -> lines.add("CHECK (" + check + ")"));
        String end = switch (engine) {
            case SQLITE -> primaryKey.size() > 1 ? " STRICT, WITHOUT ROWID" : " STRICT";
            case POSTGRESQL -> "";
        };
        return "CREATE TABLE " + name + " (\n    " + String.join(",\n    ", lines) + "\n)" + end;
    }

    private String filled(String name) {
        boolean nullable = columns.stream().anyMatch(column -> column.name().equals(name) && column.nullable());
        return nullable ? "coalesce(" + name + ", '')" : name;
    }

    private String line(ColumnModel column, Engine engine) {
        StringBuilder line =
                new StringBuilder(column.name() + " " + column.type().sql(engine));
        if (primaryKey.equals(List.of(column.name()))) {
            line.append(column.type() == ColumnType.TEXT ? " NOT NULL PRIMARY KEY" : " PRIMARY KEY");
        } else if (!column.nullable()) {
            line.append(" NOT NULL");
        }
        if (column.initial() != null) {
            line.append(" DEFAULT ").append(column.initial());
        }
        checks(column, engine)
                .forEach(check -> line.append(" CHECK (").append(check).append(')'));
        if (column.references() != null) {
            line.append(" REFERENCES %s (id) ON DELETE %s"
                    .formatted(
                            column.references().table(),
                            column.references().onDelete().sql()));
        }
        return line.toString();
    }

    private static List<String> checks(ColumnModel column, Engine engine) {
        if (engine == Engine.POSTGRESQL) {
            return column.checks();
        }
        return switch (column.type()) {
            case BOOLEAN -> List.of(column.name() + " IN (0, 1)");
            case JSON -> List.of("json_valid(" + column.name() + ")");
            default -> column.checks();
        };
    }
}
