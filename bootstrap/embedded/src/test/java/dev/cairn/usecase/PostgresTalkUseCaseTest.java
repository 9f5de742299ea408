package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import org.junit.jupiter.api.Tag;

/** The same rules on PostgreSQL. */
@Tag("postgres")
class PostgresTalkUseCaseTest extends TalkUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
