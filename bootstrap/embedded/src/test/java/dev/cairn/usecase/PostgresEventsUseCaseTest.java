package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;

/** The same rules on PostgreSQL, where a write of any other database of the cluster holds the log back. */
@Tag("postgres")
@Isolated
class PostgresEventsUseCaseTest extends EventsUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
