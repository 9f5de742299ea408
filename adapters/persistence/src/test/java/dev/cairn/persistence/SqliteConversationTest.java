package dev.cairn.persistence;

import dev.cairn.testkit.ConversationContract;

final class SqliteConversationTest extends ConversationContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.sqlite().port(type);
    }
}
