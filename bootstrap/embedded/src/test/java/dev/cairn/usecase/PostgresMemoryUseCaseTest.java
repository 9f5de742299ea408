package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;

/** The same rules on PostgreSQL. */
class PostgresMemoryUseCaseTest extends MemoryUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
