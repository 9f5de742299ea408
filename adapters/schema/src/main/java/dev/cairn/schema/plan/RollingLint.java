package dev.cairn.schema.plan;

import dev.cairn.schema.catalogue.Catalogue.Column;
import dev.cairn.schema.catalogue.Catalogue.Constraint;
import dev.cairn.schema.catalogue.Catalogue.DbObject;
import dev.cairn.schema.catalogue.Catalogue.Index;
import dev.cairn.schema.catalogue.Catalogue.Kind;
import dev.cairn.schema.catalogue.Difference;
import dev.cairn.schema.catalogue.Difference.ColumnChange;
import dev.cairn.schema.catalogue.Difference.TableChange;
import dev.cairn.schema.sql.SqlText;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for what a server of the version before, which goes on beside a new one, could not live with (G6). What rows there are does
 * not count: it writes new ones. It names the columns that it knows in each INSERT, so that a new one needs a default or may be empty.
 */
record RollingLint(Difference difference, Sink sink) {
    private static final String KEEP =
            "Keep it for a version that no longer uses it, and take it away in the next: expand, then contract";
    private static final String LATER =
            "Begin with a version whose writes keep to it, and ask the database for it in the next: expand, then contract";

    /** Receives the findings. */
    interface Sink {
        void add(LintRule rule, String place, String message, String remedy);
    }

    /** @param renames which are done before the difference */
    void look(Renames renames) {
        renames.all()
                .forEach(rename -> gone(
                        rename.table() == null ? rename.from() : rename.table() + "." + rename.from(),
                        "it is asked for by its old name"));
        difference.dropped().forEach(table -> gone(table.name(), "the table is asked for"));
        difference.from().objects().values().stream()
                .filter(object ->
                        object.kind() == Kind.VIEW && !difference.to().objects().containsKey(object.name()))
                .map(DbObject::name)
                .forEach(view -> gone(view, "the view is asked for"));
        difference.altered().forEach(this::altered);
    }

    private void altered(TableChange change) {
        String table = change.to().name();
        change.dropped().stream()
                .filter(column -> column.generated() == null)
                .forEach(column -> gone(table + "." + column.name(), "the column is asked for"));
        for (Column column : change.added()) {
            if (column.generated() == null && !column.nullable() && column.initial() == null) {
                refuses(table + "." + column.name(), "rows are written without it");
            }
        }
        for (ColumnChange column : change.changed()) {
            changed(table + "." + column.to().name(), column);
        }
        for (Index index : change.addedIndexes()) {
            if (index.isUnique() && isOfOldColumns(index.definition(), change)) {
                refuses(table, "rows are written that are alike in what " + index.name() + " holds");
            }
        }
        change.addedConstraints().forEach(constraint -> constrained(change, constraint));
        if (change.keyChanged()) {
            refuses(table, "its key is another one");
        }
    }

    private void changed(String place, ColumnChange column) {
        boolean lostDefault = column.from().initial() != null && column.to().initial() == null;
        if (!column.to().nullable() && (column.from().nullable() || lostDefault)) {
            refuses(place, "rows are written without it");
        }
        if (!column.from().type().equals(column.to().type())) {
            sink.add(
                    LintRule.BREAKS_OLDER_READERS,
                    place,
                    "it is read as %s, and is %s"
                            .formatted(column.from().type(), column.to().type()),
                    "Add a column of the new type, and take the old one away in the next version");
        }
    }

    /**
     * Finds widened checks, which the new version needs and the one before cannot read, and narrowed ones, which break its
     * writes.
     */
    private void constrained(TableChange change, Constraint constraint) {
        String table = change.to().name();
        if (!isOfOldColumns(constraint.definition(), change)) {
            return;
        }
        List<String> before = change.droppedConstraints().stream()
                .filter(old -> subject(old).equals(subject(constraint)))
                .map(RollingLint::constants)
                .findFirst()
                .orElse(List.of());
        List<String> after = constants(constraint);
        if (before.isEmpty() || !after.containsAll(before)) {
            refuses(table, "rows are written that break " + constraint.definition());
        } else if (!before.containsAll(after)) {
            after.removeAll(before);
            sink.add(
                    LintRule.BREAKS_OLDER_READERS,
                    table,
                    "rows with %s cannot be read".formatted(String.join(", ", after)),
                    "Let it in with a version that does not write it yet, and write it with the next");
        }
    }

    /** Returns the part of a check before its list of constants; the whole of any other constraint. */
    private static String subject(Constraint constraint) {
        return constraint.definition().split("'", 2)[0];
    }

    private static List<String> constants(Constraint constraint) {
        String[] parts = constraint.definition().split("'", -1);
        List<String> constants = new ArrayList<>();
        for (int i = 1; i < parts.length; i += 2) {
            constants.add(parts[i]);
        }
        return constants;
    }

    /** Returns whether a definition mentions only columns that the version before has. */
    private static boolean isOfOldColumns(String definition, TableChange change) {
        return change.added().stream().map(Column::name).noneMatch(name -> SqlText.mentions(definition, name));
    }

    private void gone(String place, String message) {
        sink.add(LintRule.BREAKS_OLDER_READERS, place, message, KEEP);
    }

    private void refuses(String place, String message) {
        sink.add(LintRule.BREAKS_OLDER_WRITERS, place, message, LATER);
    }
}
