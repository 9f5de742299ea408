package dev.cairn.persistence;

import dev.cairn.testkit.WorkContract;

final class PostgresWorkTest extends WorkContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.postgres().port(type);
    }
}
