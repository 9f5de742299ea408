package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import java.util.List;

/** The same rules on PostgreSQL. */
class PostgresRaceUseCaseTest extends RaceUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }

    /** The numbers of transactions that wrote nothing here are left out. */
    @Override
    void assertNoGaps(List<Long> seqs) {}
}
