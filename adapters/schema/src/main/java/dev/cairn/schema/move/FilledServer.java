package dev.cairn.schema.move;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import dev.cairn.schema.Moving;
import dev.cairn.schema.catalogue.Catalogue;
import dev.cairn.schema.catalogue.Catalogue.Constraint;
import dev.cairn.schema.catalogue.Catalogue.DbObject;
import dev.cairn.schema.catalogue.Catalogue.Kind;
import dev.cairn.schema.catalogue.Catalogues;
import dev.cairn.schema.catalogue.Scratch;
import dev.cairn.schema.migration.Migrator;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Target.PostgresTarget;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PostgreSQL database that is filled; a server that finds it unfinished does not open it. */
record FilledServer(PostgresTarget target, Model model) implements Filling {
    private static final int VERSION_LEAST = 15;
    private static final int FEW_ROWS = 100;
    private static final String HISTORY = "flyway_schema_history";
    /** An index is sorted in memory, and a commit waits for no disk: nothing counts before {@link #flush}. */
    private static final List<String> SETTINGS =
            List.of("SET LOCAL maintenance_work_mem = '256MB'", "SET LOCAL synchronous_commit = off");

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public void requireUsable() throws SQLException {
        try (Connection connection = target.open()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < VERSION_LEAST) {
                throw new StorageException(
                        "%s is PostgreSQL %d: Cairn needs %d or newer".formatted(name(), version, VERSION_LEAST));
            }
        }
        requireNoOthers();
        if (!isUnfinished()) {
            requireEmpty();
        }
        Scratch.open(Engine.POSTGRESQL, target::open).close(); // The schema is compared in it at the end.
    }

    /** Refuses tables of another program before the move begins, rather than at the final comparison. */
    private void requireNoOthers() throws SQLException {
        Set<String> ours = Scripts.builtIn(Engine.POSTGRESQL).made();
        try (Connection connection = target.open()) {
            List<String> others = Catalogues.read(connection, Engine.POSTGRESQL).tables().keySet().stream()
                    .filter(table -> !ours.contains(table) && !table.equals(HISTORY))
                    .toList();
            if (!others.isEmpty()) {
                throw new StorageException("%s has tables of another program (%s): a move needs a database of its own"
                        .formatted(name(), String.join(", ", others)));
            }
        }
    }

    private void requireEmpty() throws SQLException {
        Migrator migrator = new Migrator(target, Scripts.builtIn(Engine.POSTGRESQL));
        migrator.pending();
        migrator.requireKnown();
        List<String> filled = new ArrayList<>();
        try (Connection connection = target.open()) {
            for (TableModel table : model.tables()) {
                if (Tables.has(connection, table.name())
                        && !Statements.texts(connection, "SELECT 1 FROM " + table.name() + " LIMIT 1")
                                .isEmpty()) {
                    filled.add(table.name());
                }
            }
        }
        if (!filled.isEmpty()) {
            throw new StorageException("%s is not empty (there are rows in %s): a move needs a database of its own"
                    .formatted(name(), String.join(", ", filled)));
        }
    }

    /** Creates the schema; drops what an unfinished move left, which nobody could open, and leaves other programs' tables. */
    @Override
    public void make() throws SQLException {
        Scripts scripts = Scripts.builtIn(Engine.POSTGRESQL);
        if (isUnfinished()) {
            Tables.transaction(target, connection -> {
                Catalogue found = Catalogues.read(connection, Engine.POSTGRESQL);
                Set<String> ours = scripts.made();
                drop(
                        connection,
                        "VIEW",
                        found.objects().values().stream()
                                .filter(object -> object.kind() == Kind.VIEW)
                                .map(DbObject::name)
                                .filter(ours::contains));
                drop(connection, "TABLE", found.tables().keySet().stream().filter(ours::contains));
                drop(connection, "TABLE", Stream.of(HISTORY, Moving.STEPS, Moving.TARGET));
                return found;
            });
        }
        new Migrator(target, scripts).migrate();
    }

    /** Drops all at once, as they refer to each other; missing ones are ignored, other programs' dependents make it fail. */
    private static void drop(Connection connection, String kind, Stream<String> names) throws SQLException {
        String all = names.collect(Collectors.joining(", "));
        if (!all.isEmpty()) {
            Statements.run(connection, "DROP %s IF EXISTS %s".formatted(kind, all));
        }
    }

    /** Returns what to defer; small tables keep theirs, since one statement inserts all their rows, in any order. */
    @Override
    public Deferred deferred(Catalogue catalogue, Map<String, Long> rows) {
        List<String> drops = new ArrayList<>();
        List<String> indexes = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        catalogue.tables().values().stream()
                .filter(table -> rows.getOrDefault(table.name(), 0L) > FEW_ROWS)
                .forEach(table -> {
                    table.constraints().stream()
                            .filter(Constraint::isForeignKey)
                            .forEach(key -> {
                                drops.add("ALTER TABLE %s DROP CONSTRAINT %s".formatted(table.name(), key.name()));
                                keys.add("ALTER TABLE %s ADD CONSTRAINT %s %s"
                                        .formatted(table.name(), key.name(), key.definition()));
                            });
                    table.indexes().values().forEach(index -> {
                        drops.add("DROP INDEX " + index.name());
                        indexes.add(index.sql());
                    });
                });
        List<String> steps = new ArrayList<>(indexes);
        steps.addAll(keys);
        steps.add("ANALYZE");
        return new Deferred(drops, steps);
    }

    @Override
    public Connection open() throws SQLException {
        return target.open();
    }

    @Override
    public void hurry(Connection connection) throws SQLException {
        for (String setting : SETTINGS) {
            Statements.run(connection, setting);
        }
    }

    @Override
    public RowWriter writer(TableModel table) {
        return new CopiedRows(table);
    }

    /** Commits once synchronously, which puts all earlier asynchronous commits on disk. */
    @Override
    public void flush() throws SQLException {
        try (Connection connection = target.open()) {
            Statements.run(connection, "UPDATE " + Moving.TARGET + " SET id = id");
        }
    }

    @Override
    public void release() throws SQLException {
        forget();
    }
}
