package dev.cairn.schema.model;

import dev.cairn.schema.Engine;
import dev.cairn.schema.OnDelete;
import java.util.List;

/**
 * The words of a table's rows, without the texts that they are from: an FTS5 index without contents on SQLite, which a trigger keeps
 * free of rows that are gone, and a table of {@code tsvector} on PostgreSQL. Of an index without contents and with less detail, FTS5
 * ranks nothing: bm25 is 0 everywhere.
 *
 * @param owner the table whose ids the words go by
 */
public record WordTable(String name, String owner, List<String> columns) {
    public WordTable {
        columns = List.copyOf(columns);
    }

    TableModel table() {
        return TableModel.of(
                name,
                ColumnModel.of("id", ColumnType.BIGINT).referring(owner, OnDelete.CASCADE),
                ColumnModel.of("search", ColumnType.WORDS));
    }

    List<Definition> definitions(Engine engine) {
        return switch (engine) {
            case SQLITE ->
                List.of(
                        new Definition(name, """
                                CREATE VIRTUAL TABLE %s USING fts5 (
                                    %s, content = '', contentless_delete = 1,
                                    tokenize = 'porter unicode61 remove_diacritics 2'
                                )""".formatted(name, String.join(", ", columns))),
                        Definition.trigger(
                                name + "_removed",
                                "AFTER DELETE ON " + owner,
                                "DELETE FROM %s WHERE rowid = old.id;".formatted(name)));
            case POSTGRESQL ->
                List.of(new Definition(
                        name + "_search", "CREATE INDEX %1$s_search ON %1$s USING gin (search)".formatted(name)));
        };
    }
}
