package dev.cairn.schema.model;

import static java.util.Objects.requireNonNull;

import dev.cairn.schema.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Full-text search on SQLite: one FTS5 index over a view of all texts. A text's project and kind, its scope, are words of
 * the index, so that a search in one project touches nothing of the others; they are kept apart because a text may go
 * after what it belonged to.
 */
final class SearchTemplate {
    private static final String SCOPES = "search_scopes";

    private SearchTemplate() {}

    static List<TableModel> tables(Model model) {
        return searched(model).isEmpty()
                ? List.of()
                : List.of(TableModel.of(
                        SCOPES, ColumnModel.of("id", ColumnType.BIGINT), ColumnModel.of("scope", ColumnType.TEXT)));
    }

    static List<Definition> of(Model model) {
        List<TableModel> searched = searched(model);
        if (searched.isEmpty()) {
            return List.of();
        }
        List<Definition> definitions = new ArrayList<>();
        definitions.add(Definition.view(
                SCOPES + "_source",
                union(
                        searched,
                        table ->
                                "SELECT c.id, %s AS scope FROM %s c".formatted(scope(model, table, "c"), table.name())),
                Engine.SQLITE));
        definitions.add(Definition.view(
                "search_source",
                union(
                        searched,
                        table ->
                                "SELECT c.id, s.scope, %s AS title, %s AS body, %s AS beside FROM %s c JOIN search_scopes s ON s.id = c.id"
                                        .formatted(
                                                title(table, "c"), body(table, "c"), beside(table, "c"), table.name())),
                Engine.SQLITE));
        definitions.add(new Definition("search_index", """
                CREATE VIRTUAL TABLE search_index USING fts5 (
                    scope, title, body, beside, content = 'search_source', content_rowid = 'id', columnsize = 0,
                    tokenize = 'unicode61 remove_diacritics 2'
                )"""));
        searched.forEach(table -> definitions.addAll(triggers(model, table)));
        return definitions;
    }

    private static List<TableModel> searched(Model model) {
        return model.tables().stream().filter(table -> table.search() != null).toList();
    }

    private static String union(List<TableModel> tables, Function<TableModel, String> query) {
        return tables.stream().map(query).collect(Collectors.joining("\nUNION ALL\n"));
    }

    private static List<Definition> triggers(Model model, TableModel table) {
        String name = table.name();
        TextSearch search = requireNonNull(table.search());
        List<String> texts = search.columns();
        String changed = texts.stream()
                .map(text -> "old.%1$s IS NOT new.%1$s".formatted(text))
                .collect(Collectors.joining(" OR "));
        return List.of(
                Definition.trigger(
                        name + "_indexed",
                        "AFTER INSERT ON " + name,
                        "\n    INSERT INTO search_scopes (id, scope) VALUES (new.id, %s);"
                                        .formatted(scope(model, table, "new"))
                                + add(table)),
                Definition.trigger(
                        name + "_reindexed",
                        "AFTER UPDATE OF %s ON %s%nWHEN %s".formatted(String.join(", ", texts), name, changed),
                        remove(table) + add(table)),
                Definition.trigger(
                        name + "_unindexed",
                        "AFTER DELETE ON " + name,
                        remove(table) + "\n    DELETE FROM search_scopes WHERE id = old.id;"));
    }

    private static String add(TableModel table) {
        return """

                    INSERT INTO search_index (rowid, scope, title, body, beside)
                    SELECT new.id, s.scope, %s, %s, %s FROM search_scopes s WHERE s.id = new.id;""".formatted(title(table, "new"), body(table, "new"), beside(table, "new"));
    }

    private static String remove(TableModel table) {
        return """

                    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
                    SELECT 'delete', old.id, s.scope, %s, %s, %s FROM search_scopes s WHERE s.id = old.id;""".formatted(title(table, "old"), body(table, "old"), beside(table, "old"));
    }

    private static String scope(Model model, TableModel table, String row) {
        TextSearch search = requireNonNull(table.search());
        if (search.through().isEmpty()) {
            return "%s || ' %s'".formatted(project(table, row), search.kind());
        }
        String parent = table.columns().stream()
                .filter(column -> column.name().equals(search.through()))
                .map(column -> requireNonNull(column.references()).table())
                .findFirst()
                .orElseThrow();
        TableModel owner = model.tables().stream()
                .filter(other -> other.name().equals(parent))
                .findFirst()
                .orElseThrow();
        return "(SELECT %s || ' %s' FROM %s p WHERE p.id = %s.%s)"
                .formatted(project(owner, search.project(), "p"), search.kind(), parent, row, search.through());
    }

    private static String project(TableModel table, String row) {
        return project(table, requireNonNull(table.search()).project(), row);
    }

    /** Returns the word that marks a project in the index; rows in none have the word {@code outside}. */
    private static String project(TableModel owner, String column, String row) {
        String word = "'p' || %s.%s".formatted(row, column);
        return nullable(owner, column) ? "coalesce(%s, 'outside')".formatted(word) : word;
    }

    private static String title(TableModel table, String row) {
        return optional(table, row, requireNonNull(table.search()).title());
    }

    private static String beside(TableModel table, String row) {
        return optional(table, row, requireNonNull(table.search()).beside());
    }

    private static String optional(TableModel table, String row, String column) {
        return column.isEmpty() ? "''" : text(table, row, column);
    }

    private static String body(TableModel table, String row) {
        return text(table, row, requireNonNull(table.search()).body());
    }

    private static String text(TableModel table, String row, String name) {
        return nullable(table, name) ? "coalesce(%s.%s, '')".formatted(row, name) : row + "." + name;
    }

    private static boolean nullable(TableModel table, String name) {
        return table.columns().stream().anyMatch(column -> column.name().equals(name) && column.nullable());
    }
}
