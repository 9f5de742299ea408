package dev.cairn.persistence;

import dev.cairn.testkit.RootContract;

final class PostgresRootTest extends RootContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.postgres().port(type);
    }
}
