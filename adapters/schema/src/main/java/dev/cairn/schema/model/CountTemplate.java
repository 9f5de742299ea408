package dev.cairn.schema.model;

import static java.util.Objects.requireNonNull;

import dev.cairn.schema.Engine;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counts of rows: a table kept by triggers on SQLite, a view on PostgreSQL; both are called {@code project_counts}. */
final class CountTemplate {
    private static final String TABLE = "project_counts";

    private CountTemplate() {}

    static List<TableModel> tables(Model model) {
        return counted(model).stream()
                .limit(1)
                .map(table -> TableModel.of(
                                TABLE,
                                ColumnModel.of("project_id", ColumnType.BIGINT)
                                        .referring(projects(model, table), OnDelete.CASCADE),
                                ColumnModel.of("kind", ColumnType.TEXT),
                                ColumnModel.of("n", ColumnType.INTEGER).checked("n >= 0"))
                        .keyedBy("project_id", "kind"))
                .toList();
    }

    static List<Definition> of(Model model, Engine engine) {
        List<TableModel> counted = counted(model);
        if (counted.isEmpty()) {
            return List.of();
        }
        String query = counted.stream().map(CountTemplate::query).collect(Collectors.joining("\nUNION ALL\n"));
        if (engine == Engine.POSTGRESQL) {
            return List.of(Definition.view(TABLE, query, engine));
        }
        List<Definition> definitions = new ArrayList<>();
        definitions.add(Definition.view(TABLE + "_source", query, engine));
        counted.forEach(table -> definitions.addAll(triggers(table)));
        return definitions;
    }

    private static List<TableModel> counted(Model model) {
        return model.tables().stream().filter(table -> table.count() != null).toList();
    }

    private static String projects(Model model, TableModel table) {
        KeptCount count = requireNonNull(table.count());
        TableModel holder = count.through().isEmpty() ? table : parent(model, table, count.through());
        return requireNonNull(column(holder, count.project()).references()).table();
    }

    private static TableModel parent(Model model, TableModel table, String through) {
        return model.table(requireNonNull(column(table, through).references()).table())
                .orElseThrow();
    }

    private static ColumnModel column(TableModel table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no column " + name));
    }

    private static String query(TableModel table) {
        KeptCount count = requireNonNull(table.count());
        String project = (count.through().isEmpty() ? "c." : "p.") + count.project();
        String join =
                count.through().isEmpty() ? "" : " JOIN %s p ON p.id = c.%s".formatted(through(table), count.through());
        return """
                SELECT %s, %s AS kind, count(*) AS n
                  FROM %s c%s
                 WHERE %s
                 GROUP BY 1, 2""".formatted(project, kind(table, "c"), table.name(), join, condition(table, "c"));
    }

    private static List<Definition> triggers(TableModel table) {
        String name = table.name();
        KeptCount count = requireNonNull(table.count());
        String counts =
                "old.%1$s IS NOT new.%1$s".formatted(count.through().isEmpty() ? count.project() : count.through());
        if (isColumn(table, count.kind())) {
            counts += " OR old.%1$s IS NOT new.%1$s".formatted(count.kind());
        }
        String watched = table.columns().stream()
                .map(ColumnModel::name)
                .filter(column -> SqlText.mentions(count.when(), column)
                        || column.equals(count.kind())
                        || column.equals(count.through().isEmpty() ? count.project() : count.through()))
                .sorted()
                .collect(Collectors.joining(", "));
        List<Definition> triggers = new ArrayList<>();
        triggers.add(Definition.trigger(
                name + "_counted", "AFTER INSERT ON %s WHEN %s".formatted(name, condition(table, "new")), add(table)));
        triggers.add(Definition.trigger(
                name + "_recounted",
                "AFTER UPDATE OF %s ON %s%nWHEN (%s) <> (%s) OR %s"
                        .formatted(watched, name, condition(table, "old"), condition(table, "new"), counts),
                subtract(table) + add(table)));
        triggers.add(Definition.trigger(
                name + "_uncounted",
                "AFTER DELETE ON %s WHEN %s".formatted(name, condition(table, "old")),
                subtract(table)));
        if (!count.through().isEmpty()) {
            triggers.add(orphaned(table, count));
        }
        return triggers;
    }

    /** Rows that go with their parent by foreign key find it gone: their count goes before it does. */
    private static Definition orphaned(TableModel table, KeptCount count) {
        String parent = through(table);
        return Definition.trigger(
                parent + "_" + table.name() + "_uncounted", "BEFORE DELETE ON " + parent, """

                            UPDATE project_counts
                               SET n = n - (SELECT count(*) FROM %s c WHERE c.%s = old.id AND %s)
                             WHERE project_id = old.%s AND kind = %s;""".formatted(
                                table.name(), count.through(), condition(table, "c"), count.project(), count.kind()));
    }

    private static String add(TableModel table) {
        return """

                    INSERT INTO project_counts (project_id, kind, n)
                    SELECT %s, %s, 1 WHERE %s
                        ON CONFLICT DO UPDATE SET n = n + 1;""".formatted(project(table, "new"), kind(table, "new"), condition(table, "new"));
    }

    private static String subtract(TableModel table) {
        return """

                    UPDATE project_counts SET n = n - 1
                     WHERE project_id = %s AND kind = %s AND %s;""".formatted(project(table, "old"), kind(table, "old"), condition(table, "old"));
    }

    private static String project(TableModel table, String row) {
        KeptCount count = requireNonNull(table.count());
        return count.through().isEmpty()
                ? row + "." + count.project()
                : "(SELECT p.%s FROM %s p WHERE p.id = %s.%s)"
                        .formatted(count.project(), through(table), row, count.through());
    }

    private static String through(TableModel table) {
        return requireNonNull(
                        column(table, requireNonNull(table.count()).through()).references())
                .table();
    }

    private static String kind(TableModel table, String row) {
        String kind = requireNonNull(table.count()).kind();
        return isColumn(table, kind) ? row + "." + kind : kind;
    }

    private static boolean isColumn(TableModel table, String name) {
        return table.columns().stream().anyMatch(column -> column.name().equals(name));
    }

    private static String condition(TableModel table, String row) {
        return SqlText.qualified(
                requireNonNull(table.count()).when(),
                table.columns().stream().map(ColumnModel::name).toList(),
                row);
    }
}
