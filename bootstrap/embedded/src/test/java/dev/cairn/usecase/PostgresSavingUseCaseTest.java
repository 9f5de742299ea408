package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;

/** The same rules on PostgreSQL. */
class PostgresSavingUseCaseTest extends SavingUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
