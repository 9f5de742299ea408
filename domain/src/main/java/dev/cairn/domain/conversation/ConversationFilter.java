package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Live conversations of one project; of no kinds or purposes means of any.
 *
 * @param projectId null until the project is found
 */
public record ConversationFilter(
        @Nullable Id<Project> projectId, List<ConversationKind> kinds, List<Purpose> purposes) {
    public static final ConversationFilter ANY = new ConversationFilter(null, List.of(), List.of());

    public ConversationFilter {
        kinds = List.copyOf(kinds);
        purposes = List.copyOf(purposes);
    }

    public ConversationFilter in(Id<Project> project) {
        return new ConversationFilter(project, kinds, purposes);
    }
}
