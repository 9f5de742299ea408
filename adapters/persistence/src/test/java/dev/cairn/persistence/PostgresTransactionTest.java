package dev.cairn.persistence;

import dev.cairn.testkit.TransactionContract;

final class PostgresTransactionTest extends TransactionContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.postgres().port(type);
    }
}
