package dev.cairn.persistence;

import dev.cairn.testkit.ConversationContract;

final class PostgresConversationTest extends ConversationContract {
    @Override
    protected <T> T port(Class<T> type) {
        return TestStores.postgres().port(type);
    }
}
