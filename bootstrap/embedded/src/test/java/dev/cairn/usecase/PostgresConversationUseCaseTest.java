package dev.cairn.usecase;

import dev.cairn.persistence.jdbc.DatabaseOptions;

/** The same rules on PostgreSQL. */
class PostgresConversationUseCaseTest extends ConversationUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
