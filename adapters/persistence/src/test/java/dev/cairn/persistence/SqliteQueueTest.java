package dev.cairn.persistence;

import dev.cairn.testkit.QueueContract;

final class SqliteQueueTest extends QueueContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.sqlite().port(type);
    }
}
