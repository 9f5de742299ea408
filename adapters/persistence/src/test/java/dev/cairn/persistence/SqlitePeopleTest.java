package dev.cairn.persistence;

import dev.cairn.application.Ports;
import dev.cairn.application.user.PeopleStores;
import dev.cairn.testkit.PeopleContract;

final class SqlitePeopleTest extends PeopleContract {
    @Override
    protected Ports.Stores stores() {
        return TestStores.sqlite().stores();
    }

    @Override
    protected Ports.Foundation foundation() {
        return TestStores.sqlite().foundation();
    }

    @Override
    protected PeopleStores people() {
        return TestStores.sqlite().people();
    }
}
