package dev.cairn.persistence;

import dev.cairn.testkit.WorkContract;

final class SqliteWorkTest extends WorkContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.sqlite().port(type);
    }
}
