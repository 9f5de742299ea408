package dev.cairn.persistence;

import dev.cairn.testkit.TransactionContract;

final class SqliteTransactionTest extends TransactionContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.sqlite().port(type);
    }
}
