package dev.cairn.persistence;

import dev.cairn.testkit.RootContract;

final class SqliteRootTest extends RootContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.sqlite().port(type);
    }
}
