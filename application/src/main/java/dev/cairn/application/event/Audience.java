package dev.cairn.application.event;

import dev.cairn.domain.activity.Event;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.util.Map;
import java.util.Set;

/**
 * The users who may see log entries: of an entry in a conversation its readers, elsewhere in a project its members, and
 * in neither the acting user (E3).
 */
record Audience(Map<Id<Project>, Set<Id<User>>> members, Map<Id<Conversation>, Set<Id<User>>> readers) {
    static final Audience NOBODY = new Audience(Map.of(), Map.of());

    boolean isMember(Id<User> user, Id<Project> project) {
        return members.getOrDefault(project, Set.of()).contains(user);
    }

    boolean sees(Id<User> user, Event event) {
        if (event.conversation() != null) {
            return readers.getOrDefault(event.conversation(), Set.of()).contains(user);
        }
        return event.project() == null ? user.equals(event.actor()) : isMember(user, event.project());
    }
}
