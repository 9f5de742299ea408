package dev.cairn.persistence;

import dev.cairn.testkit.PeopleContract;

final class SqlitePeopleTest extends PeopleContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.sqlite().port(type);
    }
}
