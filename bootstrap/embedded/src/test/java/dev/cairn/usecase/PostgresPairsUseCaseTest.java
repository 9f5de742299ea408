package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;

/** The same on PostgreSQL, where a race takes six times as long: each run takes other pairs, unless {@code -Dcairn.rounds} asks for all. */
class PostgresPairsUseCaseTest extends PairsUseCaseTest {
    @Override
    DatabaseOptions database() {
        return FreshPostgres.database();
    }

    @Override
    int most() {
        return Integer.getInteger("cairn.rounds") == null ? 300 : Integer.MAX_VALUE;
    }
}
