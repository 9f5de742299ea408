package dev.cairn.schema.plan;

import dev.cairn.schema.catalogue.Catalogue.Column;
import dev.cairn.schema.catalogue.Catalogue.Constraint;
import dev.cairn.schema.catalogue.Catalogue.DbObject;
import dev.cairn.schema.catalogue.Catalogue.Index;
import dev.cairn.schema.catalogue.Catalogue.Table;
import dev.cairn.schema.catalogue.Difference;
import dev.cairn.schema.catalogue.Difference.ColumnChange;
import dev.cairn.schema.catalogue.Difference.TableChange;
import dev.cairn.schema.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans a migration for PostgreSQL, which alters tables in place. */
final class PostgresPlan {
    private final Difference difference;
    private final Backfills backfills;
    private final List<String> statements = new ArrayList<>();

    PostgresPlan(Difference difference, Backfills backfills) {
        this.difference = difference;
        this.backfills = backfills;
    }

    List<String> statements() {
        List<String> moved = new ArrayList<>(difference.altered().stream()
                .filter(change ->
                        !change.changed().isEmpty() || !change.dropped().isEmpty())
                .map(change -> change.to().name())
                .toList());
        difference.dropped().forEach(table -> moved.add(table.name()));

        difference.objectsToDrop(moved).forEach(view -> add("DROP VIEW " + view.name()));
        for (TableChange change : difference.altered()) {
            dropped(change, true).forEach(constraint -> alter(change, "DROP CONSTRAINT " + constraint.name()));
        }
        for (TableChange change : difference.altered()) {
            indexesToDrop(change).forEach(index -> add("DROP INDEX " + index.name()));
            renamed(change);
            dropped(change, false).forEach(constraint -> alter(change, "DROP CONSTRAINT " + constraint.name()));
        }
        difference.created().forEach(this::create);
        difference.altered().forEach(this::columns);
        if (!difference.dropped().isEmpty()) {
            add(difference.dropped().stream().map(Table::name).collect(Collectors.joining(", ", "DROP TABLE ", "")));
        }
        for (TableChange change : difference.altered()) {
            added(change, false).forEach(constraint -> alter(change, "ADD " + constraint.definition()));
            indexesToMake(change).forEach(index -> add(index.sql()));
        }
        for (TableChange change : difference.altered()) {
            added(change, true).forEach(constraint -> alter(change, "ADD " + constraint.definition()));
        }
        difference.objectsToMake(moved).stream().map(DbObject::sql).forEach(this::add);
        return statements;
    }

    private void add(String statement) {
        statements.add(statement);
    }

    private void alter(TableChange change, String action) {
        add("ALTER TABLE " + change.to().name() + " " + action);
    }

    private static List<Constraint> dropped(TableChange change, boolean foreignKeys) {
        return change.droppedConstraints().stream()
                .filter(constraint -> constraint.isForeignKey() == foreignKeys)
                .toList();
    }

    private static List<Constraint> added(TableChange change, boolean foreignKeys) {
        return change.addedConstraints().stream()
                .filter(constraint -> constraint.isForeignKey() == foreignKeys)
                .toList();
    }

    private static Optional<Index> otherName(Index index, List<Index> indexes) {
        return indexes.stream()
                .filter(other -> other.definition().equals(index.definition()))
                .findFirst();
    }

    private static List<Index> indexesToDrop(TableChange change) {
        return change.droppedIndexes().stream()
                .filter(index -> otherName(index, change.addedIndexes()).isEmpty() && !losesIndex(change, index))
                .toList();
    }

    private static List<Index> indexesToMake(TableChange change) {
        List<Index> added = change.addedIndexes();
        return change.to().indexes().values().stream()
                .filter(index -> added.contains(index)
                        ? otherName(index, change.droppedIndexes()).isEmpty()
                        : losesIndex(change, index))
                .toList();
    }

    private void renamed(TableChange change) {
        for (Index index : change.droppedIndexes()) {
            otherName(index, change.addedIndexes())
                    .ifPresent(other -> add("ALTER INDEX " + index.name() + " RENAME TO " + other.name()));
        }
    }

    private void create(Table table) {
        add(table.sql());
        backfills
                .of(table.name())
                .ifPresent(select -> add("INSERT INTO %s (%s)%n%s"
                        .formatted(
                                table.name(), String.join(", ", table.columns().keySet()), select)));
        table.indexes().values().forEach(index -> add(index.sql()));
    }

    private void columns(TableChange change) {
        String table = change.to().name();
        if (change.keyChanged() && !change.from().primaryKey().isEmpty()) {
            alter(change, "DROP CONSTRAINT " + table + "_pkey");
        }
        generatedToDrop(change).forEach(column -> alter(change, "DROP COLUMN " + column.name()));
        List<Column> added = change.added();
        added.stream().filter(column -> column.generated() == null).forEach(column -> addColumn(change, column));
        change.changed().forEach(each -> changeColumn(change, each));
        constrained(change);
        change.dropped().stream()
                .filter(column -> column.generated() == null)
                .forEach(column -> alter(change, "DROP COLUMN " + column.name()));
        generatedToMake(change).forEach(column -> alter(change, "ADD COLUMN " + column.sql()));
        if (change.keyChanged() && !change.to().primaryKey().isEmpty()) {
            alter(change, "ADD PRIMARY KEY (" + String.join(", ", change.to().primaryKey()) + ")");
        }
    }

    /** Returns the generated columns to drop: they can only be recreated, also when a column they read from changes its type. */
    private static List<Column> generatedToDrop(TableChange change) {
        return change.from().columns().values().stream()
                .filter(column -> column.generated() != null && isRemade(change, column))
                .toList();
    }

    private static List<Column> generatedToMake(TableChange change) {
        return change.to().columns().values().stream()
                .filter(column -> column.generated() != null && isRemade(change, column))
                .toList();
    }

    private static boolean isRemade(TableChange change, Column column) {
        Column before = change.from().columns().get(column.name());
        Column after = change.to().columns().get(column.name());
        return before == null
                || after == null
                || !before.sameAs(after)
                || change.changed().stream()
                        .anyMatch(each -> !each.from().type().equals(each.to().type())
                                && SqlText.mentions(
                                        String.valueOf(column.generated()),
                                        each.to().name()))
                || change.dropped().stream()
                        .anyMatch(gone -> SqlText.mentions(String.valueOf(column.generated()), gone.name()));
    }

    /** Indexes go with a column. */
    private static boolean losesIndex(TableChange change, Index index) {
        return generatedToDrop(change).stream().anyMatch(column -> SqlText.mentions(index.definition(), column.name()));
    }

    /** Values that a new check would refuse. */
    private void constrained(TableChange change) {
        for (Column column : change.to().columns().values()) {
            Column before = change.from().columns().get(column.name());
            boolean checked = change.addedConstraints().stream()
                    .anyMatch(constraint -> SqlText.mentions(constraint.definition(), column.name()));
            if (before != null && before.sameAs(column) && checked) {
                fill(change, column);
            }
        }
    }

    private boolean fill(TableChange change, Column column) {
        Optional<String> value = backfills.of(change.to().name(), column.name());
        value.ifPresent(sql -> add("UPDATE %s SET %s = %s".formatted(change.to().name(), column.name(), sql)));
        return value.isPresent();
    }

    private void addColumn(TableChange change, Column column) {
        boolean late = !column.nullable()
                && column.initial() == null
                && backfills.of(change.to().name(), column.name()).isPresent();
        alter(change, "ADD COLUMN " + (late ? column.sql().replaceFirst(" NOT NULL$", "") : column.sql()));
        fill(change, column);
        if (late) {
            alter(change, "ALTER COLUMN " + column.name() + " SET NOT NULL");
        }
    }

    private void changeColumn(TableChange change, ColumnChange each) {
        Column before = each.from();
        Column after = each.to();
        String column = "ALTER COLUMN " + after.name() + " ";
        if (before.generated() != null || after.generated() != null) {
            return;
        }
        boolean retyped = !before.type().equals(after.type());
        boolean newDefault = retyped || !String.valueOf(before.initial()).equals(String.valueOf(after.initial()));
        if (newDefault && before.initial() != null) {
            alter(change, column + "DROP DEFAULT");
        }
        if (before.nullable() != after.nullable() && after.nullable()) {
            alter(change, column + "DROP NOT NULL");
        }
        if (retyped) {
            String using = backfills
                    .of(change.to().name(), after.name())
                    .orElse(after.name() + "::" + after.type().replaceFirst(" COLLATE.*", ""));
            alter(change, column + "TYPE " + after.type() + " USING " + using);
        }
        if (newDefault && after.initial() != null) {
            alter(change, column + "SET DEFAULT " + after.initial());
        }
        if (before.nullable() && !after.nullable()) {
            if ((retyped || !fill(change, after)) && after.initial() != null) {
                add("UPDATE %1$s SET %2$s = %3$s WHERE %2$s IS NULL"
                        .formatted(change.to().name(), after.name(), after.initial()));
            }
            alter(change, column + "SET NOT NULL");
        }
    }
}
