package dev.cairn.domain.activity;

import dev.cairn.domain.kernel.Id;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be written with its change; seq, actor and time are added when it is.
 *
 * @param difference what an update changed; null for everything else
 * @param data facts by wire name: strings, numbers, booleans and lists of them
 */
public record NewActivity(
        ActivityType type,
        @Nullable Id<?> projectId,
        Id<?> subjectId,
        @Nullable Long version,
        @Nullable Difference difference,
        Map<String, Object> data) {

    /** {@code ticket} of {@code ticket.created}. */
    public String subjectType() {
        return type.subject();
    }
}
