package dev.cairn.persistence;

import dev.cairn.application.Ports;
import dev.cairn.testkit.ConversationContract;

final class SqliteConversationTest extends ConversationContract {
    @Override
    protected Ports.Stores stores() {
        return TestStores.sqlite().stores();
    }

    @Override
    protected Ports.Foundation foundation() {
        return TestStores.sqlite().foundation();
    }
}
