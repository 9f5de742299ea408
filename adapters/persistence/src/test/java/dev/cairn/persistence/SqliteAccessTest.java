package dev.cairn.persistence;

import dev.cairn.testkit.AccessContract;

final class SqliteAccessTest extends AccessContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.sqlite().port(type);
    }
}
