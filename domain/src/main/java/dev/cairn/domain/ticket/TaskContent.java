package dev.cairn.domain.ticket;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.user.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a task that clients may edit.
 *
 * @param dependsOn tasks of the same ticket that have to be finished first (R30)
 */
@RecordBuilder
public record TaskContent(
        String content,
        @Nullable String description,
        @Nullable Integer estimatedMinutes,
        @Nullable Id<User> assigneeId,
        List<String> labels,
        List<Id<Task>> dependsOn)
        implements TaskContentBuilder.With {
    public static final int CONTENT_MAX = 2_000;
    public static final int DESCRIPTION_MAX = 50_000;
    public static final int DEPENDENCIES_MAX = 200;

    public TaskContent {
        content = Text.of("content", content, 1, CONTENT_MAX);
        description = Text.optional("description", description, DESCRIPTION_MAX);
        estimatedMinutes = Limits.optionalRange("estimatedMinutes", estimatedMinutes, 0, TicketContent.MINUTES_MAX);
        labels = Text.set("labels", labels, TicketContent.LABELS_MAX, TicketContent.LABEL_MAX);
        dependsOn = Limits.count(
                "dependsOn",
                dependsOn.size() < 2
                        ? dependsOn
                        : dependsOn.stream().distinct().sorted().toList(),
                DEPENDENCIES_MAX);
    }

    public static TaskContent of(String content) {
        return new TaskContent(content, null, null, null, List.of(), List.of());
    }
}
