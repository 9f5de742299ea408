package dev.cairn.persistence.conversation;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.InProjectStore;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.util.Arrays;

/** The store of conversations. */
@Store
@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class ConversationStore extends InProjectStore<Conversation, ConversationRow>
        implements ConversationRepository {
    /** Says which conversations {@code r} the caller with the membership {@code m} may read (R38). */
    private static final String READABLE = "(r.kind = 'CHANNEL' OR r.owner_id = m.user_id OR m.role <> 'VIEWER')";

    private final RowList<ConversationRow, Conversation> list;

    ConversationStore(ConversationMapper mapper, SharedSql sql) {
        super(ConversationRow.class, "conversation", mapper, sql, READABLE);
        this.list = sql.listOfMember(
                ConversationRow.class,
                "r.project_id",
                mapper::toDomain,
                Sorts.of(SORTS).by("title", "titleKey"));
    }

    @Override
    public Page<Conversation> page(Access access, ConversationFilter filter, PageRequest request) {
        Conditions where = new Conditions()
                .and("r.project_id = ? AND r.deleted_at IS NULL AND " + READABLE, filter.projectId())
                .oneOf("r.kind", filter.kinds())
                .oneOf("r.purpose", filter.purposes());
        return list.page(filter, Arrays.asList(Membership.values(access)), where, request);
    }
}
