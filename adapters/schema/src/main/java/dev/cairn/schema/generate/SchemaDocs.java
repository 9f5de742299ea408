package dev.cairn.schema.generate;

import dev.cairn.domain.kernel.Wire;
import dev.cairn.schema.Engine;
import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.Ddl;
import dev.cairn.schema.model.Definition;
import dev.cairn.schema.model.IndexModel;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.model.ViewModel;
import dev.cairn.schema.model.WordTable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the files of {@code docs/schema}: a diagram, a reference of all tables, the whole DDL of each engine (S8). */
public final class SchemaDocs {
    private SchemaDocs() {}

    /** Answers the texts by the name of their file. */
    public static Map<String, String> of(Model model) {
        Map<String, String> files = new TreeMap<>();
        files.put("README.md", reference(model));
        for (Engine engine : Engine.values()) {
            files.put(
                    engine.id() + ".sql",
                    Generation.text(
                            "-- The whole schema, generated from the rows.",
                            Ddl.of(model, engine).stream().map(Definition::sql).toList()));
        }
        return files;
    }

    private static String reference(Model model) {
        StringBuilder text = new StringBuilder("""
                # The schema

                Generated from the rows (`mvn -q -Pschema`); a test compares. The DDL: [SQLite](sqlite.sql), [PostgreSQL](postgresql.sql).
                Times are milliseconds since 1970 (UTC) on SQLite, `timestamptz` on PostgreSQL; JSON is checked text on SQLite, `json` on PostgreSQL.

                ```mermaid
                erDiagram
                """);
        for (TableModel table : model.tables()) {
            for (ColumnModel column : table.columns()) {
                if (column.references() != null) {
                    text.append("    %s %s--o{ %s : %s\n"
                            .formatted(
                                    column.references().table(),
                                    column.nullable() ? "|o" : "||",
                                    table.name(),
                                    column.name()));
                }
            }
        }
        text.append("```\n");
        model.tables().forEach(table -> text.append(table(table)));
        for (ViewModel view : model.views()) {
            text.append("\n## %s (view)\n\n```sql\n%s\n```\n".formatted(view.name(), view.query()));
        }
        for (WordTable words : model.words()) {
            text.append("\n## %s (words of `%s`)\n\n%s\n"
                    .formatted(words.name(), words.owner(), String.join(", ", words.columns())));
        }
        return text.toString();
    }

    private static String table(TableModel table) {
        StringBuilder text = new StringBuilder(
                "\n## %s\n\n| column | type | null | rules |\n|---|---|---|---|\n".formatted(table.name()));
        for (ColumnModel column : table.columns()) {
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            table.primaryKey().contains(column.name()) ? "**" + column.name() + "**" : column.name(),
                            Wire.of(column.type()),
                            column.nullable() ? "yes" : "",
                            rules(column)));
        }
        table.checks().forEach(check -> text.append("\nCheck: `").append(check).append("`\n"));
        if (!table.allIndexes().isEmpty()) {
            text.append('\n');
        }
        for (IndexModel index : table.allIndexes()) {
            text.append("- `%s`%s on `%s`%s\n"
                    .formatted(
                            index.name(),
                            index.unique() ? ", unique," : "",
                            index.on(),
                            index.where() == null ? "" : " where `" + index.where() + "`"));
        }
        return text.toString();
    }

    private static String rules(ColumnModel column) {
        String rules = column.checks().stream()
                .map(check -> "`" + check.replace("|", "\\|") + "`")
                .collect(Collectors.joining(", "));
        if (column.initial() != null) {
            rules += (rules.isEmpty() ? "" : ", ") + "default `" + column.initial() + "`";
        }
        if (column.references() != null) {
            rules += (rules.isEmpty() ? "" : ", ")
                    + "→ %s, on delete %s"
                            .formatted(
                                    column.references().table(),
                                    column.references().onDelete().sql().toLowerCase(Locale.ROOT));
        }
        return rules;
    }
}
