package dev.cairn.schema.move;

import dev.cairn.application.database.DatabaseAdministration.Check;
import dev.cairn.application.database.DatabaseAdministration.Verified;
import dev.cairn.application.database.DatabaseMove.Moved;
import dev.cairn.application.database.DatabaseMove.Progress;
import dev.cairn.application.database.DatabaseMove.Step;
import dev.cairn.application.database.DatabaseMove.Table;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.migration.Damage;
import dev.cairn.schema.migration.Migrator;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Target;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.move.Filling.Source;
import dev.cairn.schema.move.Freeze.Mark;
import dev.cairn.schema.move.Pace.Listener;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** One move of all tables that the program's rows declare: a new table moves without a line here. */
final class OneMove {
    private final Target from;
    private final Filling to;
    private final Model model;
    private final Freeze freeze;
    private final Checks checks;
    private final String whenBegun;

    /** Looks at a database as its owner would. */
    interface Checks {
        Check schema(Target database);

        Verified rules(Target database);
    }

    /** @param whenBegun the last statement that changes the source */
    OneMove(Target from, Filling to, Model model, Checks checks, String whenBegun) {
        this.from = from;
        this.to = to;
        this.model = model;
        this.freeze = new Freeze(from, model);
        this.checks = checks;
        this.whenBegun = whenBegun;
    }

    /** @throws StorageException saying what to do about it */
    Moved run(Consumer<Progress> progress) {
        long started = System.nanoTime();
        Mark mark = begun();
        Pace pace = new Pace(progress);
        try {
            long resumed = mark.done() ? 0 : fill(mark, pace);
            List<Table> tables = compared(pace);
            requireSchema();
            int contradictions = verified();
            freeze.done(mark);
            to.release();
            long millis = (System.nanoTime() - started) / 1_000_000;
            return new Moved(from.name(), to.name(), tables, resumed, contradictions, millis);
        } catch (SQLException e) {
            boolean ofTarget = e instanceof Transfer.TargetFailed;
            throw kept(MoveFailure.of(ofTarget ? to.target() : from, ofTarget ? to.name() : from.name(), e));
        } catch (StorageException e) {
            throw kept(e);
        }
    }

    private StorageException kept(StorageException e) {
        if (isEnded()) {
            return e;
        }
        String stays = "only reads now, and what was brought stays: the same command goes on there";
        return new StorageException(
                "%s. %s %s, cairn move --abort ends it".formatted(e.getMessage(), from.name(), stays), e);
    }

    /** Returns whether another process has let changes in again; false when the source cannot be asked. */
    private boolean isEnded() {
        try {
            return freeze.mark().isEmpty();
        } catch (SQLException e) {
            return false;
        }
    }

    /** Looks at both sides before anything is changed, and then stops all changes of the source. */
    private Mark begun() {
        Optional<Mark> known = asking(from, from.name(), freeze::mark);
        requireNewest();
        if (known.isPresent() && !known.get().target().equals(to.name())) {
            throw new StorageException(
                    "%s is being moved to %s, or was: go on with that, or end it with cairn move --abort"
                            .formatted(from.name(), known.get().target()));
        }
        if (known.filter(Mark::done).isPresent()) {
            if (!asking(to.target(), to.name(), to::isUnfinished)) {
                throw new StorageException("%s was moved to %s already; cairn move --abort lets it be written again"
                        .formatted(from.name(), to.name()));
            }
            return known.get();
        }
        if (from.name().equals(to.name())) {
            throw new StorageException("%s cannot be moved to itself".formatted(from.name()));
        }
        asking(to.target(), to.name(), () -> {
            to.requireUsable();
            to.requireNoOther(from.name());
            if (to.isUnfinished()) {
                new Migrator(to.target(), Scripts.builtIn(to.target().engine())).requireKnown();
            }
            return to;
        });
        if (known.isEmpty()) {
            requireSound();
            asking(to.target(), to.name(), () -> {
                to.make(); // Obstacles are found before the source stops accepting changes.
                return to;
            });
        }
        return asking(from, from.name(), () -> freeze.begin(to.name(), whenBegun));
    }

    /** A column that only a newer version knows would stay behind, and no comparison would find it. */
    private void requireNewest() {
        Migrator migrator = new Migrator(from, Scripts.builtIn(from.engine()));
        migrator.requireKnown();
        if (!migrator.pending().isEmpty()) {
            throw new StorageException("%s is at an older schema: cairn db migrate first".formatted(from.name()));
        }
    }

    private void requireSound() {
        List<String> damage = from instanceof SqliteTarget sqlite ? Damage.in(sqlite.file()) : List.of();
        if (!damage.isEmpty()) {
            throw new StorageException("%s is damaged (%s): put a backup back before it is moved"
                    .formatted(from.name(), damage.getFirst()));
        }
    }

    /** Does something with a database, and translates its failure into words. */
    private static <T> T asking(Target database, String name, Asked<T> asked) {
        try {
            return asked.answer();
        } catch (SQLException e) {
            throw MoveFailure.of(database, name, e);
        }
    }

    private interface Asked<T> {
        T answer() throws SQLException;
    }

    /** @return how many rows were there already */
    private long fill(Mark mark, Pace pace) throws SQLException {
        Map<String, Long> here = rows(from);
        asking(to.target(), to.name(), () -> {
            to.prepare(new Source(mark.id(), from.name()), here);
            return to;
        });
        long there = sum(rows(to.target()));
        pace.begin(Step.COPYING, there, sum(here));
        Connection out = asking(to.target(), to.name(), to::open);
        try (out;
                Connection in = from.open()) {
            Transfer transfer = new Transfer(in, from.engine(), out, to);
            for (TableModel table : model.tables()) {
                Listener listener = pace.on(table.name());
                transfer.rows(table, listener::done);
            }
            index(out, pace);
        }
        asking(to.target(), to.name(), () -> {
            to.flush();
            return to;
        });
        return there;
    }

    private void index(Connection out, Pace pace) {
        asking(to.target(), to.name(), () -> {
            List<Integer> steps = to.steps();
            pace.begin(Step.INDEXING, 0, steps.size());
            for (int place : steps) {
                to.run(out, place);
                pace.on("indexes and keys").done(1);
            }
            return to;
        });
    }

    private Map<String, Long> rows(Target database) throws SQLException {
        Map<String, Long> rows = new LinkedHashMap<>();
        try (Connection connection = database.open()) {
            for (TableModel table : model.tables()) {
                rows.put(table.name(), Tables.count(connection, table.name()));
            }
        }
        return rows;
    }

    private static long sum(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Reads both sides anew, side by side. */
    private List<Table> compared(Pace pace) throws SQLException {
        pace.begin(Step.COMPARING, 0, 2 * sum(rows(from)));
        CompletableFuture<List<Table>> there = new CompletableFuture<>();
        Thread reader = Thread.ofPlatform().daemon().name("cairn-move").start(() -> {
            try {
                there.complete(sums(to.target(), pace));
            } catch (SQLException e) {
                there.completeExceptionally(MoveFailure.of(to.target(), to.name(), e));
            } catch (RuntimeException | Error e) {
                there.completeExceptionally(e);
            }
        });
        try {
            List<Table> here = sums(from, pace);
            requireSame(here, joined(there));
            return here;
        } finally {
            reader.interrupt();
        }
    }

    private static List<Table> joined(CompletableFuture<List<Table>> sums) {
        try {
            return sums.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private List<Table> sums(Target database, Pace pace) throws SQLException {
        List<Table> sums = new ArrayList<>();
        try (Connection connection = database.open()) {
            for (TableModel table : model.tables()) {
                Listener listener = pace.on(table.name());
                sums.add(TableSum.of(connection, database.engine(), table, listener::one));
                listener.flush();
            }
        }
        return sums;
    }

    private void requireSame(List<Table> here, List<Table> there) {
        List<String> different = new ArrayList<>();
        for (int i = 0; i < here.size(); i++) {
            if (!here.get(i).equals(there.get(i))) {
                different.add("%s (%d rows here, %d there)"
                        .formatted(
                                here.get(i).name(),
                                here.get(i).rows(),
                                there.get(i).rows()));
            }
        }
        if (!different.isEmpty()) {
            throw new StorageException("%s does not hold what %s holds: %s"
                    .formatted(to.name(), from.name(), String.join(", ", different)));
        }
    }

    private void requireSchema() {
        Check check = checks.schema(to.target());
        if (!check.isSound()) {
            List<String> found = new ArrayList<>(check.damage());
            found.addAll(check.problems());
            throw new StorageException("%s is not as it should be: %s".formatted(to.name(), String.join("; ", found)));
        }
    }

    private int verified() {
        return checks.rules(to.target()).contradictions().size();
    }
}
