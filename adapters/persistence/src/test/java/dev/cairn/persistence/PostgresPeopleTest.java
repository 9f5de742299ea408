package dev.cairn.persistence;

import dev.cairn.application.Ports;
import dev.cairn.application.user.PeopleStores;
import dev.cairn.testkit.PeopleContract;

final class PostgresPeopleTest extends PeopleContract {
    @Override
    protected Ports.Stores stores() {
        return TestStores.postgres().stores();
    }

    @Override
    protected Ports.Foundation foundation() {
        return TestStores.postgres().foundation();
    }

    @Override
    protected PeopleStores people() {
        return TestStores.postgres().people();
    }
}
