package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;

/** The same rules on PostgreSQL. */
class PostgresJobUseCaseTest extends JobUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
