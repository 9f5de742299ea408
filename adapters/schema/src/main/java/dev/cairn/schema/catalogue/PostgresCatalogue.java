package dev.cairn.schema.catalogue;

import dev.cairn.schema.Engine;
import dev.cairn.schema.catalogue.Catalogue.Column;
import dev.cairn.schema.catalogue.Catalogue.Constraint;
import dev.cairn.schema.catalogue.Catalogue.DbObject;
import dev.cairn.schema.catalogue.Catalogue.Index;
import dev.cairn.schema.catalogue.Catalogue.Kind;
import dev.cairn.schema.catalogue.Catalogue.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's catalogues of the current schema; the engine itself writes every expression. */
final class PostgresCatalogue {
    private static final String TABLES = """
            SELECT c.relname AS name FROM pg_class c
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname NOT IN %s
             ORDER BY c.oid""".formatted(Catalogues.FOREIGN);
    private static final String COLUMNS = """
            SELECT c.relname AS table_name, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
                   a.attnotnull AS required, a.attgenerated <> '' AS generated,
                   pg_get_expr(d.adbin, d.adrelid, true) AS value,
                   CASE WHEN a.attcollation <> t.typcollation THEN l.collname END AS sorted
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_collation l ON l.oid = a.attcollation
              LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
             ORDER BY c.oid, a.attnum""";
    private static final String CONSTRAINTS = """
            SELECT c.relname AS table_name, k.conname AS name, k.contype AS type,
                   pg_get_constraintdef(k.oid, true) AS definition,
                   (SELECT string_agg(a.attname, ',' ORDER BY p.place)
                      FROM unnest(k.conkey) WITH ORDINALITY p(number, place)
                      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.number) AS columns
              FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
             WHERE c.relnamespace = current_schema()::regnamespace AND k.contype IN ('c', 'f', 'u', 'p')
             ORDER BY k.oid""";
    private static final String INDEXES = """
            SELECT c.relname AS table_name, i.relname AS name, pg_get_indexdef(x.indexrelid, 0, true) AS sql
              FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
             WHERE c.relnamespace = current_schema()::regnamespace
               AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u'))
             ORDER BY i.oid""";
    private static final String VIEWS = """
            SELECT c.relname AS name, pg_get_viewdef(c.oid, true) AS query FROM pg_class c
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'v' ORDER BY c.oid""";

    private final Connection connection;
    private final Map<String, String> texts;

    private PostgresCatalogue(Connection connection, Map<String, String> texts) {
        this.connection = connection;
        this.texts = texts;
    }

    /** @param texts by name, the statements that made things: they read better than what the engine makes of them */
    static Catalogue read(Connection connection, Map<String, String> texts) throws SQLException {
        return new PostgresCatalogue(connection, texts).read();
    }

    /** A part of a table, such as a column or an index. */
    private record Part<T>(String table, T thing) {}

    private record Rule(char type, List<String> columns, Constraint constraint) {}

    private Catalogue read() throws SQLException {
        Map<String, List<Column>> columns = parts(COLUMNS, PostgresCatalogue::column);
        Map<String, List<Rule>> rules = parts(
                CONSTRAINTS,
                row -> new Rule(
                        row.getString("type").charAt(0),
                        List.of(row.getString("columns").split(",", -1)),
                        new Constraint(row.getString("name"), row.getString("definition"))));
        Map<String, List<Index>> indexes = parts(INDEXES, this::index);
        List<Table> tables = new ArrayList<>();
        for (String name : query(TABLES, row -> row.getString("name"))) {
            tables.add(table(
                    name,
                    columns.getOrDefault(name, List.of()),
                    rules.getOrDefault(name, List.of()),
                    indexes.getOrDefault(name, List.of())));
        }
        List<DbObject> views = query(VIEWS, row -> {
            String name = row.getString("name");
            String query = row.getString("query");
            return new DbObject(
                    Kind.VIEW, name, query, texts.getOrDefault(name, "CREATE VIEW " + name + " AS\n" + unended(query)));
        });
        return new Catalogue(
                Engine.POSTGRESQL, Catalogue.byName(tables, Table::name), Catalogue.byName(views, DbObject::name));
    }

    private Table table(String name, List<Column> columns, List<Rule> rules, List<Index> indexes) {
        List<String> key = rules.stream()
                .filter(rule -> rule.type() == 'p')
                .findFirst()
                .map(Rule::columns)
                .orElse(List.of());
        Set<Constraint> constraints = rules.stream()
                .filter(rule -> rule.type() != 'p')
                .map(Rule::constraint)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Table(
                name,
                Catalogue.byName(columns, Column::name),
                key,
                "",
                constraints,
                Catalogue.byName(indexes, Index::name),
                texts.getOrDefault(name, create(name, columns, rules)));
    }

    private static String create(String name, List<Column> columns, List<Rule> rules) {
        List<String> lines = new ArrayList<>();
        columns.forEach(column -> lines.add(column.sql()));
        rules.forEach(rule -> lines.add("CONSTRAINT " + rule.constraint().name() + " "
                + rule.constraint().definition()));
        return "CREATE TABLE " + name + " (\n    " + String.join(",\n    ", lines) + "\n)";
    }

    private static Column column(ResultSet row) throws SQLException {
        String name = row.getString("name");
        String collation = row.getString("sorted");
        String type = row.getString("type") + (collation == null ? "" : " COLLATE \"" + collation + "\"");
        boolean required = row.getBoolean("required");
        boolean generated = row.getBoolean("generated");
        @Nullable String value = row.getString("value");
        String sql = name + " " + type
                + (generated ? " GENERATED ALWAYS AS (" + value + ") STORED" : value == null ? "" : " DEFAULT " + value)
                + (required ? " NOT NULL" : "");
        return new Column(name, type, !required, generated ? null : value, generated ? value : null, sql);
    }

    private Index index(ResultSet row) throws SQLException {
        String name = row.getString("name");
        String sql = row.getString("sql");
        return new Index(
                name, sql.replaceFirst("^CREATE (UNIQUE )?INDEX " + name + " ", "$1"), texts.getOrDefault(name, sql));
    }

    private static String unended(String query) {
        return query.strip().replaceFirst(";$", "");
    }

    private <T> Map<String, List<T>> parts(String sql, Reader<T> reader) throws SQLException {
        return query(sql, row -> new Part<>(row.getString("table_name"), reader.read(row))).stream()
                .collect(Collectors.groupingBy(
                        Part::table, LinkedHashMap::new, Collectors.mapping(Part::thing, Collectors.toList())));
    }

    private <T> List<T> query(String sql, Reader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return Reader.all(row, reader);
        }
    }
}
