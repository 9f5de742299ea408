package dev.cairn.application.ticket;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that work is given to active members of its project: for anybody else it does not exist (R6). */
record Assignees(MemberRepository members) {
    private static final String FIELD = "assigneeId";

    /** @throws Invalid {@code unknown_value} when a new assignee is no active member */
    void require(Id<Project> project, @Nullable Id<User> before, @Nullable Id<User> after) {
        if (after != null && !after.equals(before)) {
            requireAll(project, Map.of(FIELD, after));
        }
    }

    /**
     * Checks by one query all assignees that new tickets name.
     *
     * @param tickets by the place in the request where their fields stand
     */
    void require(Id<Project> project, Map<String, CreateTicket> tickets) {
        Map<String, Id<User>> named = new LinkedHashMap<>();
        tickets.forEach((place, ticket) -> {
            put(named, place + FIELD, ticket.ticket().content().assigneeId());
            for (int k = 0; k < ticket.tasks().size(); k++) {
                put(
                        named,
                        place + "tasks/" + k + "/" + FIELD,
                        ticket.tasks().get(k).content().assigneeId());
            }
        });
        if (!named.isEmpty()) {
            requireAll(project, named);
        }
    }

    private static void put(Map<String, Id<User>> named, String place, @Nullable Id<User> assignee) {
        if (assignee != null) {
            named.put(place, assignee);
        }
    }

    private void requireAll(Id<Project> project, Map<String, Id<User>> named) {
        Set<Id<User>> known = members.activeAmong(project, Set.copyOf(named.values()));
        named.forEach((place, user) -> {
            if (!known.contains(user)) {
                throw Invalid.of(
                        ErrorCode.UNKNOWN_VALUE, place, "%s is no active member of the project".formatted(user));
            }
        });
    }
}
