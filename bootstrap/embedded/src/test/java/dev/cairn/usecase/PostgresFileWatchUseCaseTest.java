package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import org.junit.jupiter.api.Tag;

/** The same rules on PostgreSQL. */
@Tag("postgres")
class PostgresFileWatchUseCaseTest extends FileWatchUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
