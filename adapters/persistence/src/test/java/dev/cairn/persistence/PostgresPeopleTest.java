package dev.cairn.persistence;

import dev.cairn.testkit.PeopleContract;

final class PostgresPeopleTest extends PeopleContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.postgres().port(type);
    }
}
