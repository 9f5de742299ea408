package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.List;

/** Live conversations of one project; of no kinds or purposes means of any. */
public record ConversationFilter(Id<Project> projectId, List<ConversationKind> kinds, List<Purpose> purposes) {
    public ConversationFilter {
        kinds = List.copyOf(kinds);
        purposes = List.copyOf(purposes);
    }
}
