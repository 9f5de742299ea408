package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.persistence.jdbc.Sql;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;

/** The same rules on PostgreSQL, where two transactions write at the same time. */
@Tag("postgres")
class PostgresTurnsUseCaseTest extends TurnsUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }

    @Override
    void awaitWaiting(Future<?> second) {
        Sql sql = cairn.get(Sql.class);
        while (!second.isDone()
                && sql.query("SELECT pid FROM pg_locks WHERE NOT granted", row -> row.integer("pid"))
                        .isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
