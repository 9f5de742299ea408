package dev.cairn.persistence.conversation;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.ConversationView;
import dev.cairn.domain.conversation.LastMessage;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.conversation.People;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.CurrentTransaction;
import dev.cairn.persistence.kernel.Audience;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.RootStore;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.SoftDeletion;
import dev.cairn.persistence.kernel.SortField;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The store of conversations. */
@Store
abstract class ConversationStore extends RootStore<Conversation, ConversationRow> implements ConversationRepository {
    private static final String LIVE = " AND r.deleted_at IS NULL";

    private static final Map<String, SortField<Shown>> SORTED = Map.of(
            "title",
                    new SortField<>(
                            "r.title_key",
                            SortField.Type.TEXT,
                            shown -> shown.row().titleKey()),
            "createdAt", SortField.time("r.created_at", shown -> shown.row().createdAt()),
            "updatedAt", SortField.time("r.updated_at", shown -> shown.row().updatedAt()),
            "lastMessageAt", SortField.time("r.active_at", shown -> shown.row().activeAt()));
    private static final SortField<Shown> LAST =
            SortField.integer("r.id", shown -> shown.row().id());

    private final ConversationMapper mapper;
    private final CurrentTransaction transaction;
    private final GuardedFinder<Conversation> finder;
    private final GuardedFinder<ConversationView> viewFinder;
    private final KeysetList<Shown> everywhere;
    private final KeysetList<Shown> inProject;
    private final SoftDeletion deletions;

    /** A row, and its view in a list. */
    private record Shown(ConversationRow row, ConversationView view) {}

    /** A user who reads a conversation. */
    @Introspected
    record Reader(long conversationId, long userId) {}

    ConversationStore(ConversationMapper mapper, SharedSql sql, CurrentTransaction transaction) {
        super(ConversationRow.class, "conversation", mapper, sql);
        this.mapper = mapper;
        this.transaction = transaction;
        String row = sql.columns(ConversationRow.class, "r");
        this.finder = sql.finder(
                kind(),
                row + ", " + Audience.ROLE,
                "conversations r" + Audience.JOINS,
                Audience::values,
                cells -> mapper.toDomain(cells.as(ConversationRow.class)));
        this.viewFinder = sql.finder(
                kind(),
                row + ConversationSql.SHOWN,
                ConversationSql.ONE,
                Audience::values,
                cells -> shown(cells).view());
        var shown = new KeysetList.Outer(row + ConversationSql.SHOWN, "r", ConversationSql.LAST);
        this.everywhere = sql.list(
                ConversationSql.FOUND,
                ConversationSql.everywhere(sql.join("conversations r", "r.project_id = m.project_id")),
                SORTED,
                LAST,
                this::shown,
                shown);
        this.inProject = sql.list(
                ConversationSql.FOUND,
                ConversationSql.inProject(
                        sql.join("project_members m", "m.project_id = r.project_id AND " + Membership.OF_CALLER)),
                SORTED,
                LAST,
                this::shown,
                shown);
        this.deletions = sql.softDeletion(ConversationRow.class);
    }

    abstract Optional<ConversationRow> findByPeopleAndDeletedAtIsNull(String people);

    @Query(
            "UPDATE conversations SET next_seq = next_seq + 1, last_message_at = :now, active_at = :now WHERE id = :id RETURNING next_seq")
    abstract List<Integer> take(Id<Conversation> id, Instant now);

    @Query(
            "SELECT r.id AS conversation_id, m.user_id FROM conversations r JOIN project_members m ON m.project_id = r.project_id"
                    + " WHERE " + Audience.READ_BY_MEMBER + " AND r.id " + IdSet.IN
                    + " UNION ALL SELECT r.id AS conversation_id, p.user_id FROM conversations r JOIN participants p ON p.conversation_id = r.id"
                    + " WHERE " + Audience.READ_BY_PARTICIPANT + " AND r.id " + IdSet.IN)
    abstract List<Reader> findReaders(String ids);

    @Override
    public Conversation require(Access access, Id<Conversation> id) {
        return finder.require(access, Audience.READS + LIVE + " AND r.id = ?", id);
    }

    @Override
    public Conversation requireAny(Access access, Id<Conversation> id) {
        return finder.require(access, Audience.READS + " AND r.id = ?", id);
    }

    @Override
    public ConversationView requireView(Access access, Id<Conversation> id) {
        return viewFinder.require(access, "r.id = ?" + LIVE, id);
    }

    @Override
    public Optional<Conversation> findDirect(People people) {
        transaction.takeTurn(people.key());
        return findByPeopleAndDeletedAtIsNull(people.key()).map(this::toDomain);
    }

    @Override
    public int takeSeq(Id<Conversation> conversation, Instant now) {
        transaction.takeTurn(conversation);
        return take(conversation, now).getFirst() - 1;
    }

    @Override
    public Map<Id<Conversation>, Set<Id<User>>> readersOf(Collection<Id<Conversation>> conversations) {
        return findReaders(IdSet.of(conversations)).stream()
                .collect(Collectors.groupingBy(
                        row -> new Id<>(row.conversationId()),
                        Collectors.mapping(row -> new Id<>(row.userId()), Collectors.toUnmodifiableSet())));
    }

    @Override
    public Page<ConversationView> page(Access access, ConversationFilter filter, PageRequest request) {
        Conditions where = new Conditions()
                .and("r.deleted_at IS NULL")
                .equal("r.project_id", filter.projectId())
                .oneOf("r.kind", filter.kinds())
                .oneOf("r.purpose", filter.purposes())
                .archived("r.archived_at", filter.archived());
        if (filter.isDefault() != null) {
            where.and(filter.isDefault() ? "r.is_default" : "NOT r.is_default");
        }
        if (filter.unread() != null) {
            where.and((filter.unread() ? "" : "NOT ") + ConversationSql.HAS_UNREAD);
        }
        if (filter.text() != null) {
            where.and("r.title_key LIKE ? ESCAPE '!'", Conditions.contains(Text.uniqueKey(filter.text())));
        }
        boolean everything = filter.projectId() == null;
        @Nullable Object[] values = everything ? Audience.values(access) : Membership.values(access);
        return (everything ? everywhere : inProject)
                .page(filter, Arrays.asList(values), where, request)
                .map(Shown::view);
    }

    @Override
    public void deleteByProject(Id<Project> project, Deletion deletion) {
        deletions.delete(deletion, "project_id = ?", project);
    }

    @Override
    public void restore(Deletion deletion) {
        deletions.restore(deletion);
    }

    private Shown shown(Cells cells) {
        ConversationRow row = cells.as(ConversationRow.class);
        return new Shown(
                row,
                new ConversationView(
                        mapper.toDomain(row),
                        last(cells),
                        Math.toIntExact(cells.integer("last_read_seq")),
                        Math.toIntExact(cells.integer("unread")),
                        Role.valueOf(cells.text("caller_role"))));
    }

    private static @Nullable LastMessage last(Cells cells) {
        Long id = cells.optionalInteger("last_id");
        return id == null
                ? null
                : new LastMessage(
                        new Id<>(id),
                        Math.toIntExact(cells.integer("last_seq")),
                        cells.optionalId("last_author_id"),
                        cells.optionalText("last_author_name"),
                        MessageRole.valueOf(cells.text("last_role")),
                        cells.text("last_content"),
                        cells.instant("last_created_at"));
    }
}
