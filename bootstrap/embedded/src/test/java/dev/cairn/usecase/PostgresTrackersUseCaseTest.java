package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import org.junit.jupiter.api.Tag;

/** The same trackers on PostgreSQL. */
@Tag("postgres")
class PostgresTrackersUseCaseTest extends TrackersUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }
}
