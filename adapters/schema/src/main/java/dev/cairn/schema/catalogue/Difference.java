package dev.cairn.schema.catalogue;

import dev.cairn.schema.Engine;
import dev.cairn.schema.catalogue.Catalogue.Column;
import dev.cairn.schema.catalogue.Catalogue.Constraint;
import dev.cairn.schema.catalogue.Catalogue.DbObject;
import dev.cairn.schema.catalogue.Catalogue.Index;
import dev.cairn.schema.catalogue.Catalogue.Kind;
import dev.cairn.schema.catalogue.Catalogue.Table;
import dev.cairn.schema.sql.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The changes that turn a database with one catalogue into one with the other. */
public record Difference(Catalogue from, Catalogue to) {
    public Difference {
        if (from.engine() != to.engine()) {
            throw new IllegalArgumentException("Catalogues of two engines cannot be compared");
        }
    }

    /** A column that both tables have, not alike. */
    public record ColumnChange(Column from, Column to) {}

    /** A table that both catalogues have. */
    public record TableChange(Table from, Table to) {
        public List<Column> added() {
            return without(to.columns().values(), from.columns().keySet());
        }

        public List<Column> dropped() {
            return without(from.columns().values(), to.columns().keySet());
        }

        public List<ColumnChange> changed() {
            List<ColumnChange> changed = new ArrayList<>();
            for (Column column : to.columns().values()) {
                Column before = from.columns().get(column.name());
                if (before != null && !before.sameAs(column)) {
                    changed.add(new ColumnChange(before, column));
                }
            }
            return changed;
        }

        public List<Constraint> addedConstraints() {
            return to.constraints().stream()
                    .filter(constraint -> !from.constraints().contains(constraint))
                    .toList();
        }

        public List<Constraint> droppedConstraints() {
            return from.constraints().stream()
                    .filter(constraint -> !to.constraints().contains(constraint))
                    .toList();
        }

        public List<Index> addedIndexes() {
            return changed(to.indexes().values(), from.indexes().values());
        }

        public List<Index> droppedIndexes() {
            return changed(from.indexes().values(), to.indexes().values());
        }

        public boolean keyChanged() {
            return !from.primaryKey().equals(to.primaryKey());
        }

        public boolean optionsChanged() {
            return !from.options().equals(to.options());
        }

        /** Returns whether more than indexes differ. */
        public boolean isStructural() {
            return keyChanged()
                    || optionsChanged()
                    || !added().isEmpty()
                    || !dropped().isEmpty()
                    || !changed().isEmpty()
                    || !addedConstraints().isEmpty()
                    || !droppedConstraints().isEmpty();
        }

        private boolean isEmpty() {
            return !isStructural()
                    && addedIndexes().isEmpty()
                    && droppedIndexes().isEmpty();
        }

        private static List<Column> without(Collection<Column> columns, Set<String> names) {
            return columns.stream()
                    .filter(column -> !names.contains(column.name()))
                    .toList();
        }

        private static List<Index> changed(Collection<Index> indexes, Collection<Index> others) {
            return indexes.stream()
                    .filter(index -> others.stream()
                            .noneMatch(other -> other.name().equals(index.name())
                                    && other.definition().equals(index.definition())))
                    .toList();
        }
    }

    public Engine engine() {
        return from.engine();
    }

    public boolean isEmpty() {
        return created().isEmpty()
                && dropped().isEmpty()
                && altered().isEmpty()
                && changed(from, to).isEmpty()
                && changed(to, from).isEmpty();
    }

    public List<Table> created() {
        return to.tables().values().stream()
                .filter(table -> !from.tables().containsKey(table.name()))
                .toList();
    }

    public List<Table> dropped() {
        return from.tables().values().stream()
                .filter(table -> !to.tables().containsKey(table.name()))
                .toList();
    }

    public List<TableChange> altered() {
        List<TableChange> altered = new ArrayList<>();
        for (Table table : to.tables().values()) {
            Table before = from.tables().get(table.name());
            if (before != null && !new TableChange(before, table).isEmpty()) {
                altered.add(new TableChange(before, table));
            }
        }
        return altered;
    }

    /** Returns the objects to drop: those that change, and those that mention them or these tables; the last made goes first. */
    public List<DbObject> objectsToDrop(Collection<String> tables) {
        Set<String> touched = touched(tables);
        return from.objects().values().stream()
                .filter(object -> touched.contains(object.name()))
                .toList()
                .reversed();
    }

    /** Returns the objects that {@link #objectsToDrop} dropped and that are kept, and new ones, in the order to create them. */
    public List<DbObject> objectsToMake(Collection<String> tables) {
        Set<String> touched = touched(tables);
        return to.objects().values().stream()
                .filter(object ->
                        touched.contains(object.name()) || !from.objects().containsKey(object.name()))
                .toList();
    }

    /** Whether this object is new or other than it was. */
    public boolean changes(String object) {
        DbObject before = from.objects().get(object);
        DbObject after = to.objects().get(object);
        return after != null && (before == null || !before.definition().equals(after.definition()));
    }

    private Set<String> touched(Collection<String> tables) {
        Set<String> touched = new LinkedHashSet<>();
        changed(from, to).forEach(object -> touched.add(object.name()));
        List<DbObject> rest = new ArrayList<>(from.objects().values());
        rest.removeIf(object -> touched.contains(object.name()) || object.kind() == Kind.VIRTUAL_TABLE);
        boolean grew = true;
        while (grew) {
            grew = rest.removeIf(object -> {
                boolean reached = tables.stream().anyMatch(name -> SqlText.mentions(object.sql(), name))
                        || touched.stream().anyMatch(name -> SqlText.mentions(object.sql(), name));
                return reached && touched.add(object.name());
            });
        }
        return touched;
    }

    /** Returns the objects of {@code one} that {@code other} lacks, or defines differently. */
    private static List<DbObject> changed(Catalogue one, Catalogue other) {
        List<DbObject> changed = new ArrayList<>();
        for (DbObject object : one.objects().values()) {
            DbObject counterpart = other.objects().get(object.name());
            if (counterpart == null || !counterpart.definition().equals(object.definition())) {
                changed.add(object);
            }
        }
        return changed;
    }
}
