package dev.cairn.domain.conversation;

import dev.cairn.domain.access.GuardedList;
import dev.cairn.domain.project.ProjectContents;
import java.util.Set;

/** The store of conversations; what a caller may not read is not there (R38). */
public interface ConversationRepository
        extends ProjectContents<Conversation>, GuardedList<ConversationFilter, Conversation> {
    Set<String> SORTS = Set.of("title", "createdAt", "updatedAt");
}
