package dev.cairn.usecase;

import dev.cairn.persistence.jdbc.DatabaseOptions;

/** The same rules on PostgreSQL. */
class PostgresRoundTripUseCaseTest extends RoundTripUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
