package dev.cairn.schema.move;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.admin.SqliteFile;
import dev.cairn.schema.catalogue.Catalogue;
import dev.cairn.schema.catalogue.Catalogue.Kind;
import dev.cairn.schema.migration.Target;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.plan.Refill;
import dev.cairn.schema.sql.Statements;
import dev.cairn.sqlite.DatabaseFile;
import dev.cairn.sqlite.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A SQLite file that is filled under another name beside its own, and gets its own when everything is there. */
final class FilledFile implements Filling {
    private static final String DRAFT = ".moving";
    /**
     * The settings while it is filled; commits need not wait for the disk, as the progress of the move is committed with the
     * rows.
     */
    private static final List<String> PRAGMAS =
            List.of("journal_mode = wal", "synchronous = NORMAL", "cache_size = -64000", "temp_store = MEMORY");

    private final Path file;
    private final SqliteTarget draft;
    private final Clock clock;

    FilledFile(Path file, Clock clock) {
        this.file = file.toAbsolutePath().normalize();
        this.draft = new SqliteTarget(new DatabaseFile(this.file).beside(DRAFT));
        this.clock = clock;
    }

    @Override
    public Target target() {
        return draft;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public void requireUsable() {
        for (String companion : List.of("", DatabaseFile.WAL, DatabaseFile.JOURNAL)) {
            Path there = new DatabaseFile(file).beside(companion);
            if (Files.exists(there)) {
                throw new StorageException(
                        "%s is there already: a move makes a new file and never changes one".formatted(there));
            }
        }
    }

    @Override
    public Optional<Source> source() throws SQLException {
        return Files.exists(draft.file()) ? Filling.super.source() : Optional.empty();
    }

    /** A draft that the whole has not got its name from yet, whether or not it still says whose it is. */
    @Override
    public boolean isUnfinished() {
        return Files.exists(draft.file());
    }

    @Override
    public void make() {
        SqliteFile.makeDraft(draft.file(), clock);
    }

    @Override
    public Deferred deferred(Catalogue catalogue, Map<String, Long> rows) {
        List<String> drops = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        catalogue
                .tables()
                .values()
                .forEach(table -> table.indexes().values().forEach(index -> {
                    drops.add("DROP INDEX " + index.name());
                    steps.add(index.sql());
                }));
        steps.addAll(Refill.COUNTS);
        steps.addAll(Refill.SEARCH);
        catalogue.objects().values().stream()
                .filter(object -> object.kind() == Kind.TRIGGER)
                .forEach(trigger -> {
                    drops.add("DROP TRIGGER " + trigger.name());
                    steps.add(trigger.sql());
                });
        steps.add("ANALYZE");
        return new Deferred(drops, steps);
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = draft.open();
        for (String pragma : PRAGMAS) {
            Statements.run(connection, "PRAGMA " + pragma);
        }
        return connection;
    }

    @Override
    public RowWriter writer(TableModel table) {
        return new InsertedRows(table);
    }

    @Override
    public void flush() throws SQLException {
        try (Connection connection = draft.open()) {
            Statements.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    @Override
    public void release() throws SQLException {
        DatabaseFile database = new DatabaseFile(draft.file());
        forget();
        flush();
        try {
            requireUsable();
            database.force();
            Files.move(database.path(), file, StandardCopyOption.ATOMIC_MOVE);
            new DatabaseFile(file).forceName();
        } catch (IOException e) {
            throw new StorageException("%s cannot get its name: %s".formatted(file, PrivateFiles.reason(e)), e);
        }
    }
}
