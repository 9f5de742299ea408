package dev.cairn.persistence.conversation;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Audience;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store of messages. */
@Store
abstract class MessageStore implements MessageRepository, GenericRepository<MessageRow, Long> {
    private final ConversationMapper mapper;
    private final SharedSql sql;
    private final RowList<MessageRow, Message> list;
    private final GuardedFinder<Message> finder;

    MessageStore(ConversationMapper mapper, SharedSql sql) {
        this.mapper = mapper;
        this.sql = sql;
        this.list = sql.list(
                MessageRow.class, mapper::toDomain, Sorts.of(Set.of("seq")).endingIn("seq"));
        this.finder = sql.finder(
                "message",
                sql.columns(MessageRow.class, "t") + ", " + Audience.ROLE,
                "messages t" + sql.join("conversations r", "r.id = t.conversation_id") + Audience.JOINS,
                Audience::values,
                cells -> mapper.toDomain(cells.as(MessageRow.class)));
    }

    abstract MessageRow save(MessageRow row);

    abstract MessageRow update(MessageRow row);

    abstract Optional<MessageRow> findByIdAndConversationId(long id, long conversationId);

    abstract Optional<MessageRow> findByConversationIdAndSeq(long conversationId, int seq);

    @Query("""
            SELECT r.* FROM (SELECT n.*, sum(length(n.content)) OVER (ORDER BY n.seq DESC) - length(n.content) AS newer
                               FROM (SELECT t.* FROM messages t WHERE t.conversation_id = :conversation AND t.seq < :before
                                      ORDER BY t.seq DESC LIMIT :most) n) r
             WHERE r.newer < :characters ORDER BY r.seq
            """)
    abstract List<MessageRow> findNewest(Id<Conversation> conversation, int before, int most, long characters);

    @Override
    public Message require(Access access, Id<Message> id) {
        return finder.require(
                access, Audience.READS + " AND t.deleted_at IS NULL AND r.deleted_at IS NULL AND t.id = ?", id);
    }

    @Override
    public List<Message> newest(Id<Conversation> conversation, int beforeSeq, int most, long characters) {
        return findNewest(conversation, beforeSeq, most, Math.max(1, characters)).stream()
                .map(this::read)
                .toList();
    }

    @Override
    public Optional<Message> findBySeq(Id<Conversation> conversation, int seq) {
        return findByConversationIdAndSeq(conversation.value(), seq).map(this::read);
    }

    @Override
    public Optional<Message> findIn(Id<Conversation> conversation, Id<Message> id) {
        return findByIdAndConversationId(id.value(), conversation.value()).map(this::read);
    }

    @Override
    public void insert(Message message) {
        MessageRow row = ReadBack.<Message, MessageRow>row(message, mapper::toRow, mapper::toDomain);
        Errors.translating(() -> save(row));
    }

    @Override
    public void insertAll(List<Message> messages) {
        sql.insertAll(MessageRow.class, ReadBack.<Message, MessageRow>rows(messages, mapper::toRow, mapper::toDomain));
    }

    @Override
    public Message update(Message message) {
        MessageRow row = ReadBack.<Message, MessageRow>row(message, mapper::toRow, mapper::toDomain);
        return read(Errors.translating(() -> update(row)));
    }

    @Override
    public Page<Message> page(OfConversation filter, PageRequest request) {
        Conditions where = new Conditions().and("r.conversation_id = ?", filter.conversationId());
        if (filter.afterSeq() != null) {
            where.and("r.seq > ?", filter.afterSeq());
        }
        if (filter.beforeSeq() != null) {
            where.and("r.seq < ?", filter.beforeSeq());
        }
        return list.page(filter, where, request);
    }

    private Message read(MessageRow row) {
        return Errors.<MessageRow, Message>reading(row, mapper::toDomain);
    }
}
