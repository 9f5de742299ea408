package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import org.junit.jupiter.api.Tag;

/** The same systems on PostgreSQL. */
@Tag("postgres")
class PostgresSystemsUseCaseTest extends SystemsUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
