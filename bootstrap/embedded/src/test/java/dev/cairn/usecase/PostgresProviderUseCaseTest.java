package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;

/** The same rules on PostgreSQL. */
class PostgresProviderUseCaseTest extends ProviderUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
