package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import org.junit.jupiter.api.Tag;

/** The same from PostgreSQL to a file. */
@Tag("postgres")
class MoveBackUseCaseTest extends MoveUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }

    @Override
    DatabaseOptions target() {
        return new DatabaseOptions.Sqlite(directory.resolve("back.db"));
    }

    @Override
    DatabaseOptions other() {
        return new DatabaseOptions.Sqlite(directory.resolve("other.db"));
    }

    @Override
    DatabaseOptions full() {
        return existing(directory.resolve("full.db"));
    }
}
