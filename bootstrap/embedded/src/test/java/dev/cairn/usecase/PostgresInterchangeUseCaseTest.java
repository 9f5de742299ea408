package dev.cairn.usecase;

import dev.cairn.persistence.jdbc.DatabaseOptions;

/** The same rules on PostgreSQL. */
class PostgresInterchangeUseCaseTest extends InterchangeUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
