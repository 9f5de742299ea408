package dev.cairn.persistence;

import dev.cairn.application.Ports;
import dev.cairn.testkit.WorkContract;

final class PostgresWorkTest extends WorkContract {
    @Override
    protected Ports.Stores stores() {
        return TestStores.postgres().stores();
    }

    @Override
    protected Ports.Foundation foundation() {
        return TestStores.postgres().foundation();
    }
}
