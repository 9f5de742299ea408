package dev.cairn.persistence.conversation;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Participant;
import dev.cairn.domain.user.User;
import dev.cairn.schema.Index;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code participants}. */
@MappedEntity("participants")
@Index(name = "participants_user", on = "user_id, conversation_id")
record ParticipantRow(
        @Id @References(value = Conversation.class, onDelete = OnDelete.CASCADE)
        long conversationId,

        @Id @References(value = User.class, onDelete = OnDelete.CASCADE)
        long userId,

        Instant joinedAt,
        @Nullable Instant leftAt,
        @Range(min = 0) int lastReadSeq) {
    static ParticipantRow of(Participant participant) {
        return new ParticipantRow(
                participant.conversationId().value(),
                participant.userId().value(),
                participant.joinedAt(),
                participant.leftAt(),
                participant.lastReadSeq());
    }

    Participant toDomain() {
        return new Participant(
                new dev.cairn.domain.kernel.Id<>(conversationId),
                new dev.cairn.domain.kernel.Id<>(userId),
                joinedAt,
                leftAt,
                lastReadSeq);
    }
}
