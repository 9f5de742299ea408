package dev.cairn.persistence.conversation;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Participant;
import dev.cairn.domain.conversation.ParticipantRepository;
import dev.cairn.domain.conversation.ParticipantView;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserType;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The store of participants in conversations. */
@Store
abstract class ParticipantStore implements ParticipantRepository, GenericRepository<ParticipantRow, Object> {
    private static final String WITH_USER = """
            SELECT p.conversation_id, p.user_id, p.joined_at, p.left_at, p.last_read_seq, u.name, u.type
              FROM participants p JOIN users u ON u.id = p.user_id WHERE p.conversation_id = :conversation""";
    private static final String INSERT =
            "INSERT INTO participants (conversation_id, user_id, joined_at, left_at, last_read_seq) VALUES ";
    private static final String OR_UPDATE = " ON CONFLICT (conversation_id, user_id) DO UPDATE SET ";

    /** A row of {@code participants} with the user's name. */
    @Introspected
    record Named(
            long conversationId,
            long userId,
            Instant joinedAt,
            @Nullable Instant leftAt,
            int lastReadSeq,
            String name,
            UserType type) {
        ParticipantView toDomain() {
            return new ParticipantView(
                    new ParticipantRow(conversationId, userId, joinedAt, leftAt, lastReadSeq).toDomain(), name, type);
        }
    }

    @Query(WITH_USER + " AND p.left_at IS NULL ORDER BY p.joined_at, p.user_id")
    abstract List<Named> presentIn(Id<Conversation> conversation);

    @Query("SELECT DISTINCT coalesce(u.owner_id, u.id) FROM participants p JOIN users u ON u.id = p.user_id"
            + " WHERE p.conversation_id = :conversation AND p.left_at IS NULL")
    abstract List<Long> responsibleIn(Id<Conversation> conversation);

    @Query(WITH_USER + " AND p.user_id = :user")
    abstract Optional<Named> one(Id<Conversation> conversation, Id<User> user);

    abstract List<ParticipantRow> saveAll(List<ParticipantRow> rows);

    @Query(INSERT + "(:conversationId, :userId, :joinedAt, NULL, :lastReadSeq)" + OR_UPDATE
            + "joined_at = excluded.joined_at, left_at = NULL")
    abstract void put(Id<Conversation> conversationId, Id<User> userId, Instant joinedAt, int lastReadSeq);

    @Query(
            "UPDATE participants SET left_at = :now WHERE conversation_id = :conversation AND user_id = :user AND left_at IS NULL")
    abstract int end(Id<Conversation> conversation, Id<User> user, Instant now);

    @Query("UPDATE participants SET left_at = :now WHERE left_at IS NULL AND user_id " + IdSet.IN
            + " AND conversation_id IN (SELECT c.id FROM conversations c WHERE c.project_id = :project)")
    abstract void endAll(Id<Project> project, String ids, Instant now);

    @Query(INSERT + "(:conversationId, :userId, :joinedAt, NULL, :lastReadSeq)" + OR_UPDATE
            + "last_read_seq = excluded.last_read_seq WHERE participants.last_read_seq < excluded.last_read_seq")
    abstract int mark(Id<Conversation> conversationId, Id<User> userId, Instant joinedAt, int lastReadSeq);

    @Query(INSERT + "(:conversationId, :userId, :joinedAt, NULL, CASE WHEN :seq = 1 THEN 1 ELSE 0 END)" + OR_UPDATE
            + "left_at = NULL, last_read_seq = CASE WHEN participants.last_read_seq = :seq - 1 THEN :seq"
            + " ELSE participants.last_read_seq END")
    abstract void spoke(Id<Conversation> conversationId, Id<User> userId, Instant joinedAt, int seq);

    @Override
    public List<ParticipantView> findPresent(Id<Conversation> conversation) {
        return Errors.readingEach(presentIn(conversation), Named::toDomain);
    }

    @Override
    public Set<Id<User>> findResponsible(Id<Conversation> conversation) {
        return responsibleIn(conversation).stream().map(id -> new Id<User>(id)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<ParticipantView> find(Id<Conversation> conversation, Id<User> user) {
        return one(conversation, user).map(row -> Errors.reading(row, Named::toDomain));
    }

    @Override
    public void insertAll(List<Participant> participants) {
        saveAll(participants.stream().map(ParticipantRow::of).toList());
    }

    @Override
    public void join(Participant participant) {
        put(participant.conversationId(), participant.userId(), participant.joinedAt(), participant.lastReadSeq());
    }

    @Override
    public boolean leave(Id<Conversation> conversation, Id<User> user, Instant now) {
        return end(conversation, user, now) > 0;
    }

    @Override
    public void leaveAll(Id<Project> project, Collection<Id<User>> users, Instant now) {
        endAll(project, IdSet.of(users), now);
    }

    @Override
    public boolean read(Participant participant) {
        return mark(
                        participant.conversationId(),
                        participant.userId(),
                        participant.joinedAt(),
                        participant.lastReadSeq())
                > 0;
    }

    @Override
    public void said(Id<Conversation> conversation, Id<User> user, int seq, Instant now) {
        spoke(conversation, user, now, seq);
    }
}
