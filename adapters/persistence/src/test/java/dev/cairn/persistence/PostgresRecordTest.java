package dev.cairn.persistence;

import dev.cairn.testkit.RecordContract;

final class PostgresRecordTest extends RecordContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.postgres().port(type);
    }
}
