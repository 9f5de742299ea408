package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;

/** The same rules on PostgreSQL. */
class PostgresFileIndexUseCaseTest extends FileIndexUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
