package dev.cairn.usecase;

import dev.cairn.persistence.jdbc.DatabaseOptions;

/** The same rules on PostgreSQL. */
class PostgresQueueUseCaseTest extends QueueUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
