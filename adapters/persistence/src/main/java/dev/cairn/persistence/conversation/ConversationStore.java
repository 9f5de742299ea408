package dev.cairn.persistence.conversation;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.ProjectContentsStore;
import dev.cairn.persistence.kernel.SortField;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;

/** The store of conversations. */
@Singleton
final class ConversationStore extends ProjectContentsStore<Conversation, ConversationRow>
        implements ConversationRepository {
    private static final String KIND = "conversation";
    /** R38, of a conversation {@code r} and the caller's membership {@code m}. */
    private static final String READABLE = "(r.kind = 'CHANNEL' OR r.owner_id = m.user_id OR m.role <> 'VIEWER')";

    private static final Map<String, SortField<Conversation>> FIELDS = Map.of(
            "title", SortField.text("title_key", conversation -> Text.uniqueKey(conversation.title())),
            "createdAt",
                    SortField.time(
                            "created_at",
                            conversation -> conversation.lifecycle().createdAt()),
            "updatedAt",
                    SortField.time(
                            "updated_at",
                            conversation -> conversation.lifecycle().updatedAt()));

    private final ConversationMapper mapper;
    private final KeysetList<Conversation> list;

    ConversationStore(ConversationRows rows, ConversationMapper mapper, Sql sql) {
        super(ConversationRow.class, KIND, rows, mapper, sql, READABLE);
        this.mapper = mapper;
        this.list = new KeysetList<>(
                sql,
                sql.type(ConversationRow.class).select("r"),
                "conversations r" + Membership.join(sql.engine(), "r.project_id"),
                FIELDS,
                SortField.integer("id", conversation -> conversation.id().value()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Page<Conversation> page(Access access, ConversationFilter filter, PageRequest request) {
        Conditions where = new Conditions()
                .and("r.project_id = ? AND r.deleted_at IS NULL AND " + READABLE, filter.projectId())
                .oneOf("kind", filter.kinds())
                .oneOf("purpose", filter.purposes());
        return list.page(
                filter,
                Arrays.asList(Membership.values(access)),
                where,
                request,
                row -> mapper.toDomain(row.as(ConversationRow.class)));
    }
}
