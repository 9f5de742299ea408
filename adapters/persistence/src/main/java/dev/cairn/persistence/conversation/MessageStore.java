package dev.cairn.persistence.conversation;

import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Set;

/** The store of messages. */
@Store
@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class MessageStore implements MessageRepository, GenericRepository<MessageRow, Long> {
    private final ConversationMapper mapper;
    private final RowList<MessageRow, Message> list;

    MessageStore(ConversationMapper mapper, SharedSql sql) {
        this.mapper = mapper;
        this.list = sql.list(
                MessageRow.class, mapper::toDomain, Sorts.of(Set.of("seq")).endingIn("seq"));
    }

    abstract MessageRow save(MessageRow row);

    @Override
    public void insert(Message message) {
        save(ReadBack.<Message, MessageRow>row(message, mapper::toRow, mapper::toDomain));
    }

    @Override
    public Page<Message> page(OfConversation filter, PageRequest request) {
        return list.page(filter, new Conditions().and("conversation_id = ?", filter.conversationId()), request);
    }
}
