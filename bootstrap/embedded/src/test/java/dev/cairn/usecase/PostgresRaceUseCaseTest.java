package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** The same rules on PostgreSQL. */
@Tag("postgres")
class PostgresRaceUseCaseTest extends RaceUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }

    /** The numbers of transactions that wrote nothing here are left out. */
    @Override
    void assertNoGaps(List<Long> seqs) {}
}
