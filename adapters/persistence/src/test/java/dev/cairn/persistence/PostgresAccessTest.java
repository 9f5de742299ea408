package dev.cairn.persistence;

import dev.cairn.testkit.AccessContract;

final class PostgresAccessTest extends AccessContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.postgres().port(type);
    }
}
