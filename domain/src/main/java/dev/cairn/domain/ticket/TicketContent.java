package dev.cairn.domain.ticket;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.user.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a ticket that clients may edit.
 *
 * @param overview Markdown
 * @param labels distinct, in the order given
 * @param estimatedMinutes minutes of work, 0 to {@value #MINUTES_MAX}
 * @param position place among tickets of one priority, smallest first
 * @param metadata a JSON object for whatever has no field of its own
 */
@RecordBuilder
public record TicketContent(
        TicketType type,
        String title,
        String overview,
        Priority priority,
        @Nullable Id<User> assigneeId,
        @Nullable Id<Ticket> parentId,
        List<String> labels,
        List<String> acceptanceCriteria,
        List<Id<?>> suggestedFileIds,
        List<Id<?>> suggestedAgentIds,
        List<Id<?>> suggestedPromptIds,
        @Nullable Integer estimatedMinutes,
        @Nullable Instant dueAt,
        long position,
        Json metadata)
        implements TicketContentBuilder.With {
    public static final int TITLE_MAX = 200;
    public static final int OVERVIEW_MAX = 50_000;
    public static final int LABELS_MAX = 50;
    public static final int LABEL_MAX = 100;
    public static final int CRITERIA_MAX = 100;
    public static final int CRITERION_MAX = 5_000;
    public static final int SUGGESTIONS_MAX = 100;
    public static final int MINUTES_MAX = 1_000_000;
    /** The position behind all given ones: the largest integer that JSON numbers represent exactly. */
    public static final long POSITION_LAST = (1L << 53) - 1;

    public TicketContent {
        title = Text.of("title", title, 1, TITLE_MAX);
        overview = Text.of("overview", overview, 0, OVERVIEW_MAX);
        labels = Text.set("labels", labels, LABELS_MAX, LABEL_MAX);
        acceptanceCriteria = Text.list("acceptanceCriteria", acceptanceCriteria, CRITERIA_MAX, CRITERION_MAX);
        suggestedFileIds = Limits.count("suggestedFileIds", suggestedFileIds, SUGGESTIONS_MAX);
        suggestedAgentIds = Limits.count("suggestedAgentIds", suggestedAgentIds, SUGGESTIONS_MAX);
        suggestedPromptIds = Limits.count("suggestedPromptIds", suggestedPromptIds, SUGGESTIONS_MAX);
        estimatedMinutes = Limits.optionalRange("estimatedMinutes", estimatedMinutes, 0, MINUTES_MAX);
        dueAt = Times.checked("dueAt", dueAt);
        position = Limits.range("position", position, 0, POSITION_LAST);
        if (!metadata.isObject()) {
            throw Invalid.of(ErrorCode.FORMAT, "metadata", "metadata must be a JSON object");
        }
    }

    /** Makes a content with the required fields; all others have their defaults. */
    public static TicketContent titled(String title) {
        return new TicketContent(
                TicketType.TASK,
                title,
                "",
                Priority.NORMAL,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                POSITION_LAST,
                Json.EMPTY_OBJECT);
    }
}
