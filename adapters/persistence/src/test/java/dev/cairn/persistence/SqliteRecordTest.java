package dev.cairn.persistence;

import dev.cairn.testkit.RecordContract;

final class SqliteRecordTest extends RecordContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.sqlite().port(type);
    }
}
