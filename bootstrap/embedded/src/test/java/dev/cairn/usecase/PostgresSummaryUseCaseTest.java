package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import org.junit.jupiter.api.Tag;

/** The same on PostgreSQL. */
@Tag("postgres")
class PostgresSummaryUseCaseTest extends SummaryUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
