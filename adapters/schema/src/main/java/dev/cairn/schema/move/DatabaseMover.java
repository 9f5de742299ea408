package dev.cairn.schema.move;

import dev.cairn.application.database.DatabaseAdministration.Check;
import dev.cairn.application.database.DatabaseAdministration.Verified;
import dev.cairn.application.database.DatabaseMove;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.admin.DatabaseAdmin;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Target;
import dev.cairn.schema.migration.Target.PostgresTarget;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.schema.model.Entities;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.move.Freeze.Mark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Moves one database to others (G7, ADR 42). */
public final class DatabaseMover implements DatabaseMove {
    private final Target from;
    private final Model model = Entities.model();
    private final Clock clock;
    private final Function<Target, Verified> rules;
    private final String whenBegun;
    private final String whenForked;

    /**
     * @param rules asks the tables whether they keep the rules of the product
     * @param whenBegun the last statement that is run in the source before it only reads
     * @param whenForked the statement that is run in the source when it is written again after everything was moved
     */
    public DatabaseMover(
            DatabaseOptions from, Clock clock, Function<Target, Verified> rules, String whenBegun, String whenForked) {
        this.from = Target.of(from);
        this.clock = clock;
        this.rules = rules;
        this.whenBegun = whenBegun;
        this.whenForked = whenForked;
    }

    @Override
    public Moved move(DatabaseOptions to, Consumer<Progress> progress) {
        requireThere();
        Filling filling = switch (to) {
            case DatabaseOptions.Sqlite sqlite -> new FilledFile(sqlite.file(), clock);
            case DatabaseOptions.Postgres postgres -> new FilledServer(new PostgresTarget(postgres), model);
        };
        return new OneMove(from, filling, model, new Looks(), whenBegun).run(progress);
    }

    @Override
    public Aborted abort() {
        requireThere();
        try {
            Optional<Mark> mark = new Freeze(from, model).end(whenForked);
            return new Aborted(
                    from.name(), mark.isPresent(), mark.filter(Mark::done).isPresent());
        } catch (SQLException e) {
            throw MoveFailure.of(from, from.name(), e);
        }
    }

    private void requireThere() {
        if (from instanceof SqliteTarget sqlite && !Files.exists(sqlite.file())) {
            throw new StorageException("There is no database %s".formatted(from.name()));
        }
    }

    private final class Looks implements OneMove.Checks {
        @Override
        public Check schema(Target database) {
            Path unused = Path.of("");
            return new DatabaseAdmin(database, Scripts.builtIn(database.engine()), clock, rules, whenForked, unused)
                    .check();
        }

        @Override
        public Verified rules(Target database) {
            return rules.apply(database);
        }
    }
}
