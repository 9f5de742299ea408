package dev.cairn.schema.plan;

import dev.cairn.schema.catalogue.Catalogue.Column;
import dev.cairn.schema.catalogue.Catalogue.Index;
import dev.cairn.schema.catalogue.Catalogue.Kind;
import dev.cairn.schema.catalogue.Catalogue.Table;
import dev.cairn.schema.catalogue.Difference;
import dev.cairn.schema.catalogue.Difference.TableChange;
import dev.cairn.schema.sql.SqlText;
import dev.cairn.schema.sql.SqlText.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * For SQLite, which can add a plain column and nothing else: every other change of a table makes it anew (S3). Run with
 * foreign keys off, or DROP TABLE would take along the rows that refer to it.
 */
final class SqlitePlan {
    private static final String NEW = "new_";

    private final Difference difference;
    private final Backfills backfills;
    private final List<String> statements = new ArrayList<>();

    SqlitePlan(Difference difference, Backfills backfills) {
        this.difference = difference;
        this.backfills = backfills;
    }

    List<String> statements() {
        List<TableChange> rebuilt = difference.altered().stream()
                .filter(TableChange::isStructural)
                .filter(change -> !canAdd(change))
                .toList();
        List<String> moved = new ArrayList<>(
                rebuilt.stream().map(change -> change.to().name()).toList());
        difference.dropped().forEach(table -> moved.add(table.name()));

        difference.objectsToDrop(moved).forEach(object -> add("DROP " + word(object.kind()) + " " + object.name()));
        for (TableChange change : difference.altered()) {
            if (!rebuilt.contains(change)) {
                change.droppedIndexes().forEach(index -> add("DROP INDEX " + index.name()));
            }
        }
        difference.created().forEach(this::create);
        for (TableChange change : difference.altered()) {
            if (rebuilt.contains(change)) {
                rebuild(change);
            } else {
                change.added().forEach(column -> addColumn(change.to(), column));
                change.addedIndexes().forEach(index -> add(index.sql()));
            }
        }
        difference.dropped().reversed().forEach(table -> add("DROP TABLE " + table.name()));
        difference.objectsToMake(moved).forEach(object -> add(object.sql()));
        refill();
        return statements;
    }

    private void add(String statement) {
        statements.add(statement);
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case VIEW -> "VIEW";
            case TRIGGER -> "TRIGGER";
            case VIRTUAL_TABLE -> "TABLE";
        };
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

    private void addColumn(Table table, Column column) {
        add("ALTER TABLE " + table.name() + " ADD COLUMN " + column.sql());
        backfills
                .of(table.name(), column.name())
                .ifPresent(value -> add("UPDATE %s SET %s = %s".formatted(table.name(), column.name(), value)));
    }

    /** Whether ALTER TABLE … ADD COLUMN does it. */
    private static boolean canAdd(TableChange change) {
        if (change.keyChanged()
                || change.optionsChanged()
                || !change.dropped().isEmpty()
                || !change.changed().isEmpty()
                || !change.droppedConstraints().isEmpty()) {
            return false;
        }
        // The constraints that are new have to be the new columns' own.
        String added = SqlText.normal(
                String.join(", ", change.added().stream().map(Column::sql).toList()));
        return change.addedConstraints().stream()
                        .allMatch(constraint -> constraint.isForeignKey()
                                ? change.added().stream()
                                        .anyMatch(column -> constraint
                                                .definition()
                                                .startsWith("FOREIGN KEY (" + column.name() + ")"))
                                : added.contains(SqlText.normal(constraint.definition())))
                && change.added().stream().allMatch(SqlitePlan::canBeAdded);
    }

    private static boolean canBeAdded(Column column) {
        boolean refers = SqlText.mentions(column.sql(), "REFERENCES");
        return column.generated() == null
                && isConstant(column)
                && (column.nullable() ? column.initial() == null || !refers : column.initial() != null && !refers);
    }

    /** Whether its default is none of those that SQLite computes for each row. */
    private static boolean isConstant(Column column) {
        List<Token> words = SqlText.tokens(column.sql());
        for (int i = 0; i < words.size() - 1; i++) {
            if (words.get(i).is("DEFAULT")) {
                Token value = words.get(i + 1);
                return !value.is("(")
                        && !value.is("CURRENT_TIME")
                        && !value.is("CURRENT_DATE")
                        && !value.is("CURRENT_TIMESTAMP");
            }
        }
        return true;
    }

    private void rebuild(TableChange change) {
        Table table = change.to();
        String name = table.name();
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : table.columns().values()) {
            value(change, column).ifPresent(value -> values.put(column.name(), value));
        }
        add(renamed(table.sql(), NEW + name));
        add("INSERT INTO %s%s (%s)%nSELECT %s%n  FROM %s"
                .formatted(NEW, name, String.join(", ", values.keySet()), String.join(", ", values.values()), name));
        add("DROP TABLE " + name);
        add("ALTER TABLE %s%s RENAME TO %s".formatted(NEW, name, name));
        table.indexes().values().stream().map(Index::sql).forEach(this::add);
    }

    private Optional<String> value(TableChange change, Column column) {
        String name = column.name();
        Column before = change.from().columns().get(name);
        Optional<String> backfill = backfills.of(change.to().name(), name);
        if (before == null || column.generated() != null) {
            return backfill;
        }
        boolean same = before.sameAs(column)
                && change.addedConstraints().stream()
                        .noneMatch(constraint -> SqlText.mentions(constraint.definition(), name));
        if (backfill.isPresent() && !same) {
            return backfill;
        }
        String value = before.type().equals(column.type()) ? name : cast(column);
        return Optional.of(
                before.nullable() && !column.nullable() && column.initial() != null
                        ? "coalesce(" + value + ", " + column.initial() + ")"
                        : value);
    }

    /** What a column of another type gets where nothing else is said. */
    static String cast(Column column) {
        return "CAST(" + column.name() + " AS " + column.type() + ")";
    }

    /** The same statement for a table of another name. */
    private static String renamed(String createTable, String name) {
        Token old = SqlText.tokens(createTable).get(2);
        return createTable.substring(0, old.start()) + name + createTable.substring(old.end());
    }

    private void refill() {
        if (difference.from().tables().isEmpty()) {
            return;
        }
        if (difference.changes("project_counts_source")) {
            Refill.COUNTS.forEach(this::add);
        }
        if (difference.changes("search_source") || difference.changes("search_index")) {
            Refill.SEARCH.forEach(this::add);
        }
    }
}
