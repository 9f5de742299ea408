package dev.cairn.schema.plan;

import dev.cairn.schema.Engine;
import dev.cairn.schema.catalogue.Catalogue;
import dev.cairn.schema.catalogue.Catalogue.Table;
import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.sql.SqlText;
import dev.cairn.schema.sql.SqlText.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The declared renames; without one, a rename is a drop and an add (S2). */
public record Renames(List<Rename> all) {
    public static final Renames NONE = new Renames(List.of());

    public Renames {
        all = List.copyOf(all);
    }

    /**
     * A renamed table or column.
     *
     * @param table the column's table by its new name, null for a table
     */
    public record Rename(@Nullable String table, String from, String to) {
        private boolean applies(Catalogue catalogue) {
            if (table == null) {
                return catalogue.tables().containsKey(from)
                        && !catalogue.tables().containsKey(to);
            }
            Table found = catalogue.tables().get(table);
            return found != null
                    && found.columns().containsKey(from)
                    && !found.columns().containsKey(to);
        }

        private Rename back() {
            return new Rename(table, to, from);
        }

        String sql() {
            return table == null
                    ? "ALTER TABLE %s RENAME TO %s".formatted(from, to)
                    : "ALTER TABLE %s RENAME COLUMN %s TO %s".formatted(table, from, to);
        }
    }

    public static Renames of(Model model) {
        List<Rename> all = new ArrayList<>();
        for (TableModel table : model.tables()) {
            if (table.renamedFrom() != null) {
                all.add(new Rename(null, table.renamedFrom(), table.name()));
            }
            for (ColumnModel column : table.columns()) {
                if (column.renamedFrom() != null) {
                    all.add(new Rename(table.name(), column.renamedFrom(), column.name()));
                }
            }
        }
        return new Renames(all);
    }

    /** @param text {@code table.old=new}, or {@code old=new} for a table */
    public static Rename parse(String text) {
        String[] sides = text.split("=", -1);
        String[] old = sides[0].split("\\.", -1);
        if (sides.length != 2 || sides[1].isBlank() || old.length > 2) {
            throw new IllegalArgumentException("A rename is table.old=new, or old=new for a table; not " + text);
        }
        return new Rename(old.length == 2 ? old[0] : null, old[old.length - 1], sides[1]);
    }

    /** Returns the renames that a script performs. */
    public static Renames in(List<SqlText.Statement> script) {
        List<Rename> all = new ArrayList<>();
        for (SqlText.Statement statement : script) {
            List<Token> words = statement.tokens();
            if (words.size() < 2 || !words.get(1).is("TABLE")) {
                continue;
            }
            if (words.size() == 6
                    && words.get(3).is("RENAME")
                    && !words.get(2).name().startsWith("new_")) {
                all.add(new Rename(null, words.get(2).name(), words.get(5).name()));
            } else if (words.size() == 8
                    && words.get(3).is("RENAME")
                    && words.get(4).is("COLUMN")) {
                all.add(new Rename(
                        words.get(2).name(), words.get(5).name(), words.get(7).name()));
            }
        }
        return new Renames(all);
    }

    public Renames and(List<Rename> more) {
        List<Rename> both = new ArrayList<>(all);
        both.addAll(more);
        return new Renames(both);
    }

    /** Returns the renames that this database has not had yet, tables first. */
    public Renames applicable(Catalogue catalogue) {
        List<Rename> tables = all.stream()
                .filter(rename -> rename.table() == null && rename.applies(catalogue))
                .toList();
        List<Rename> found = new ArrayList<>(tables);
        for (Rename rename : all) {
            if (rename.table() != null) {
                String before = tables.stream()
                        .filter(table -> table.to().equals(rename.table()))
                        .map(Rename::from)
                        .findFirst()
                        .orElse(rename.table());
                if (new Rename(before, rename.from(), rename.to()).applies(catalogue)) {
                    found.add(rename);
                }
            }
        }
        return new Renames(found);
    }

    public Renames back() {
        return new Renames(all.reversed().stream().map(Rename::back).toList());
    }

    public List<String> statements(Engine engine) {
        List<String> statements = new ArrayList<>();
        for (Rename rename : all) {
            statements.add(rename.sql());
            if (rename.table() == null && engine == Engine.POSTGRESQL) {
                statements.add("ALTER TABLE %2$s RENAME CONSTRAINT %1$s_pkey TO %2$s_pkey"
                        .formatted(rename.from(), rename.to()));
            }
        }
        return statements;
    }
}
