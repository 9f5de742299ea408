package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filter for lists of live conversations; no kinds or purposes means any.
 *
 * @param projectId the project; null for all conversations
 * @param unread whether there is something that the caller has not read; null for either
 * @param isDefault whether it is the channel that every project has; null for either
 * @param text is in the title, ignoring case
 */
@RecordBuilder
public record ConversationFilter(
        @Nullable Id<Project> projectId,
        List<ConversationKind> kinds,
        List<Purpose> purposes,
        Archived archived,
        @Nullable Boolean unread,
        @Nullable Boolean isDefault,
        @Nullable String text)
        implements ConversationFilterBuilder.With {
    public static final int TEXT_MAX = 200;

    public static final ConversationFilter ANY =
            new ConversationFilter(null, List.of(), List.of(), Archived.NO, null, null, null);

    public ConversationFilter {
        kinds = List.copyOf(kinds);
        purposes = List.copyOf(purposes);
        text = Text.optional("q", text, TEXT_MAX);
    }

    public static ConversationFilter of(ConversationKind... kinds) {
        return ANY.withKinds(List.of(kinds));
    }

    public ConversationFilter in(Id<Project> project) {
        return withProjectId(project);
    }
}
