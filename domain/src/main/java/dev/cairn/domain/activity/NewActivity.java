package dev.cairn.domain.activity;

import dev.cairn.domain.kernel.Id;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be written with its change; seq, actor and time are added when it is.
 *
 * @param conversationId the conversation whose readers alone see the entry; null for none
 * @param difference the changed fields of an update; null for all others
 * @param data facts by wire name: strings, numbers, booleans and lists of them
 */
public record NewActivity(
        ActivityType type,
        @Nullable Id<?> projectId,
        @Nullable Id<?> conversationId,
        Id<?> subjectId,
        @Nullable Long version,
        @Nullable Difference difference,
        Map<String, Object> data) {

    /** Makes an entry that belongs to no conversation. */
    public NewActivity(
            ActivityType type,
            @Nullable Id<?> projectId,
            Id<?> subjectId,
            @Nullable Long version,
            @Nullable Difference difference,
            Map<String, Object> data) {
        this(type, projectId, null, subjectId, version, difference, data);
    }

    /** Returns the subject's type: {@code ticket} of {@code ticket.created}. */
    public String subjectType() {
        return type.subject();
    }
}
