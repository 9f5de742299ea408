package dev.cairn.usecase;

import dev.cairn.persistence.jdbc.DatabaseOptions;

/** The same rules on PostgreSQL. */
class PostgresProjectUseCaseTest extends ProjectUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
