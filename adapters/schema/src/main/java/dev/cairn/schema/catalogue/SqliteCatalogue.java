package dev.cairn.schema.catalogue;

import dev.cairn.schema.Engine;
import dev.cairn.schema.Moving;
import dev.cairn.schema.catalogue.Catalogue.Column;
import dev.cairn.schema.catalogue.Catalogue.Constraint;
import dev.cairn.schema.catalogue.Catalogue.DbObject;
import dev.cairn.schema.catalogue.Catalogue.Index;
import dev.cairn.schema.catalogue.Catalogue.Kind;
import dev.cairn.schema.catalogue.Catalogue.Table;
import dev.cairn.schema.sql.SqlText;
import dev.cairn.schema.sql.SqlText.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a SQLite database by its PRAGMAs, and the rest from the text of CREATE TABLE. */
final class SqliteCatalogue {
    private static final String TABLES = """
            SELECT t.name, t.type, t.wr, t.strict, s.sql
              FROM pragma_table_list t JOIN sqlite_schema s ON s.name = t.name
             WHERE t.schema = 'main' AND t.type IN ('table', 'virtual')
               AND t.name NOT LIKE 'sqlite\\_%%' ESCAPE '\\' AND t.name NOT IN %s
             ORDER BY s.rowid""".formatted(Catalogues.FOREIGN);
    private static final String COLUMNS =
            "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?) ORDER BY cid";
    private static final String FOREIGN_KEYS = """
            SELECT id, "table", "from", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY id, seq""";
    private static final String INDEXES = """
            SELECT l.name, l.origin, s.sql,
                   (SELECT group_concat(i.name, ', ') FROM pragma_index_info(l.name) i) AS columns
              FROM pragma_index_list(?) l LEFT JOIN sqlite_schema s ON s.name = l.name ORDER BY s.rowid""";
    private static final String OBJECTS =
            "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger') AND name NOT LIKE '"
                    + Moving.TRIGGER + "!_%' ESCAPE '!' ORDER BY rowid";

    /** Hidden columns of {@code pragma_table_xinfo} that are generated. */
    private static final int GENERATED = 2;

    private final Connection connection;

    private SqliteCatalogue(Connection connection) {
        this.connection = connection;
    }

    static Catalogue read(Connection connection) throws SQLException {
        return new SqliteCatalogue(connection).read();
    }

    private record Named(String name, String type, String options, String sql) {}

    private Catalogue read() throws SQLException {
        List<Table> tables = new ArrayList<>();
        List<DbObject> objects = new ArrayList<>();
        List<Named> found = query(
                TABLES,
                row -> new Named(
                        row.getString("name"),
                        row.getString("type"),
                        options(row.getBoolean("strict"), row.getBoolean("wr")),
                        row.getString("sql")));
        for (Named each : found) {
            if (each.type().equals("virtual")) {
                objects.add(object(Kind.VIRTUAL_TABLE, each.name(), each.sql()));
            } else {
                tables.add(table(each));
            }
        }
        objects.addAll(query(
                OBJECTS,
                row -> object(
                        row.getString("type").equals("view") ? Kind.VIEW : Kind.TRIGGER,
                        row.getString("name"),
                        row.getString("sql"))));
        objects.sort((a, b) -> a.kind().compareTo(b.kind()));
        return new Catalogue(
                Engine.SQLITE, Catalogue.byName(tables, Table::name), Catalogue.byName(objects, DbObject::name));
    }

    private static String options(boolean strict, boolean withoutRowid) {
        return (strict ? "STRICT" : "") + (withoutRowid ? " WITHOUT ROWID" : "");
    }

    private static DbObject object(Kind kind, String name, String sql) {
        return new DbObject(kind, name, SqlText.normal(sql), sql);
    }

    private Table table(Named table) throws SQLException {
        List<String> parts = SqlText.parts(SqlText.bracketed(table.sql()));
        Map<Integer, String> key = new TreeMap<>();
        List<Column> columns = query(COLUMNS, table.name(), row -> {
            if (row.getInt("pk") > 0) {
                key.put(row.getInt("pk"), row.getString("name"));
            }
            return column(row, parts);
        });
        Set<Constraint> constraints = new LinkedHashSet<>(foreignKeys(table.name()));
        for (String part : parts) {
            checks(part).forEach(check -> constraints.add(new Constraint("", "CHECK (" + check + ")")));
        }
        List<Index> indexes = new ArrayList<>();
        for (IndexRow row : query(INDEXES, table.name(), SqliteCatalogue::index)) {
            if (row.sql() != null) {
                indexes.add(new Index(row.name(), withoutName(row.sql(), row.name()), row.sql()));
            } else if (row.origin().equals("u")) {
                constraints.add(new Constraint("", "UNIQUE (" + row.columns() + ")"));
            }
        }
        return new Table(
                table.name(),
                Catalogue.byName(columns, Column::name),
                List.copyOf(key.values()),
                table.options(),
                constraints,
                Catalogue.byName(indexes, Index::name),
                table.sql());
    }

    private record IndexRow(
            String name,
            String origin,
            @Nullable String sql,
            @Nullable String columns) {}

    private static IndexRow index(ResultSet row) throws SQLException {
        return new IndexRow(
                row.getString("name"), row.getString("origin"), row.getString("sql"), row.getString("columns"));
    }

    private static String withoutName(String sql, String name) {
        return SqlText.normal(sql).replaceFirst("^create (unique )?index (if not exists )?\"?" + name + "\"? ", "$1");
    }

    private static Column column(ResultSet row, List<String> parts) throws SQLException {
        String name = row.getString("name");
        String sql = parts.stream()
                .filter(part -> SqlText.tokens(part).getFirst().name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Column(
                name,
                row.getString("type"),
                !row.getBoolean("notnull"),
                Optional.ofNullable(row.getString("dflt_value"))
                        .map(SqlText::normal)
                        .orElse(null),
                row.getInt("hidden") >= GENERATED ? SqlText.normal(sql) : null,
                sql);
    }

    private List<Constraint> foreignKeys(String table) throws SQLException {
        record Part(int id, String table, String from, String to, String onDelete) {}
        Map<Integer, List<Part>> keys = query(
                        FOREIGN_KEYS,
                        table,
                        row -> new Part(
                                row.getInt("id"),
                                row.getString("table"),
                                row.getString("from"),
                                row.getString("to"),
                                row.getString("on_delete")))
                .stream()
                .collect(Collectors.groupingBy(Part::id, TreeMap::new, Collectors.toList()));
        return keys.values().stream()
                .map(parts -> new Constraint(
                        "",
                        "FOREIGN KEY (%s) REFERENCES %s (%s) ON DELETE %s"
                                .formatted(
                                        parts.stream().map(Part::from).collect(Collectors.joining(", ")),
                                        parts.getFirst().table(),
                                        parts.stream().map(Part::to).collect(Collectors.joining(", ")),
                                        parts.getFirst().onDelete())))
                .toList();
    }

    private static List<String> checks(String part) {
        List<String> checks = new ArrayList<>();
        List<Token> tokens = SqlText.tokens(part);
        int depth = 0;
        for (Token token : tokens) {
            if (depth == 0 && token.is("CHECK")) {
                checks.add(SqlText.normal(SqlText.bracketed(part.substring(token.end()))));
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return checks;
    }

    private <T> List<T> query(String sql, Reader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return Reader.all(row, reader);
        }
    }

    private <T> List<T> query(String sql, String value, Reader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                return Reader.all(row, reader);
            }
        }
    }
}
