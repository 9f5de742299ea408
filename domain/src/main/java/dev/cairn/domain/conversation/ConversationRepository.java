package dev.cairn.domain.conversation;

import dev.cairn.domain.access.GuardedList;
import dev.cairn.domain.project.InProject;
import java.util.Set;

/** Stores conversations. A caller who may not read one gets {@code not_found}, and lists leave it out (R38). */
public interface ConversationRepository extends InProject<Conversation>, GuardedList<ConversationFilter, Conversation> {
    Set<String> SORTS = Set.of("title", "createdAt", "updatedAt");
}
