package dev.cairn.persistence;

import dev.cairn.testkit.QueueContract;

final class PostgresQueueTest extends QueueContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.postgres().port(type);
    }
}
