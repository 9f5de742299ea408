package dev.cairn.schema.plan;

import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.model.TableModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The SQL that fills new or changed tables and columns, by {@code table} and {@code table.column}. */
public record Backfills(Map<String, String> sql) {
    public static final Backfills NONE = new Backfills(Map.of());

    public Backfills {
        sql = Map.copyOf(sql);
    }

    public static Backfills of(Model model) {
        Map<String, String> sql = new HashMap<>();
        for (TableModel table : model.tables()) {
            if (table.backfill() != null) {
                sql.put(table.name(), table.backfill());
            }
            for (ColumnModel column : table.columns()) {
                if (column.backfill() != null) {
                    sql.put(table.name() + "." + column.name(), column.backfill());
                }
            }
        }
        return new Backfills(sql);
    }

    Optional<String> of(String table) {
        return Optional.ofNullable(sql.get(table));
    }

    Optional<String> of(String table, String column) {
        return Optional.ofNullable(sql.get(table + "." + column));
    }
}
