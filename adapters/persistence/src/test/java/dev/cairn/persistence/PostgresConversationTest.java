package dev.cairn.persistence;

import dev.cairn.application.Ports;
import dev.cairn.testkit.ConversationContract;

final class PostgresConversationTest extends ConversationContract {
    @Override
    protected Ports.Stores stores() {
        return TestStores.postgres().stores();
    }

    @Override
    protected Ports.Foundation foundation() {
        return TestStores.postgres().foundation();
    }
}
