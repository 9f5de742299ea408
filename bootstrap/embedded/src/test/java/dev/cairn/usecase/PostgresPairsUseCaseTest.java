package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import org.junit.jupiter.api.Tag;

/** The same on PostgreSQL, where a race takes six times as long. */
@Tag("postgres")
class PostgresPairsUseCaseTest extends PairsUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }

    @Override
    int drawn() {
        return 100;
    }
}
