package dev.cairn.persistence.conversation;

import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.SortField;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The store of messages. */
@Singleton
final class MessageStore implements MessageRepository {
    private static final SortField<Message> SEQ = SortField.integer("seq", Message::seq);

    private final Sql sql;
    private final ConversationMapper mapper;
    private final KeysetList<Message> list;

    MessageStore(Sql sql, ConversationMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
        this.list =
                new KeysetList<>(sql, sql.type(MessageRow.class).select("m"), "messages m", Map.of("seq", SEQ), SEQ);
    }

    @Override
    public Page<Message> page(OfConversation filter, PageRequest request) {
        Conditions where = new Conditions().and("conversation_id = ?", filter.conversationId());
        return list.page(filter, where, request, row -> mapper.toDomain(row.as(MessageRow.class)));
    }

    @Override
    public void insert(Message message) {
        sql.insertAll(
                MessageRow.class, List.of(ReadBack.<Message, MessageRow>row(message, mapper::toRow, mapper::toDomain)));
    }
}
