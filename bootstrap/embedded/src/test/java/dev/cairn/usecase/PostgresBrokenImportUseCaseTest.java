package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import org.junit.jupiter.api.Tag;

/** The same on PostgreSQL, where other servers may be at work. */
@Tag("postgres")
class PostgresBrokenImportUseCaseTest extends BrokenImportUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
