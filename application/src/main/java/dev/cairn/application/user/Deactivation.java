package dev.cairn.application.user;

import dev.cairn.application.work.Changes;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes with a user who is deactivated, inside the transaction of a use case (R17). */
public final class Deactivation {
    private static final int NAMED_MAX = 20;

    private final PeopleStores stores;
    private final ProjectRepository projects;

    public Deactivation(PeopleStores stores, ProjectRepository projects) {
        this.stores = stores;
        this.projects = projects;
    }

    /** The user as deactivated, and all that goes along stored already. */
    User prepared(Changes changes, User user, OwnedProjects owned) {
        requireOtherAdmin(user);
        User deactivated = user.deactivate(changes.now());
        waitForOthers(user);
        List<User> agents = stores.users().agentsOf(user.id()).stream()
                .filter(User::active)
                .map(agent -> agent.deactivate(changes.now()))
                .toList();
        release(changes, user, owned);
        stores.users().updateActivation(agents);
        agents.forEach(agent -> Enrolment.record(changes, "user.deactivated", agent));
        List<Id<User>> ended = new ArrayList<>(agents.stream().map(User::id).toList());
        ended.add(user.id());
        stores.sessions().revokeAll(ended, null, changes.now());
        stores.tokens().revokeAll(ended, changes.now());
        return deactivated;
    }

    /** The user as active again, and stored already the agents that went with them: not those deactivated before. */
    User undone(Changes changes, User user) {
        User active = user.reactivate(changes.now());
        List<User> agents = stores.users().agentsOf(user.id()).stream()
                .filter(agent -> wentWith(user.deactivatedAt(), agent))
                .map(agent -> agent.reactivate(changes.now()))
                .toList();
        stores.users().updateActivation(agents);
        agents.forEach(agent -> Enrolment.record(changes, "user.reactivated", agent));
        return active;
    }

    /** @throws Conflict {@code last_admin} */
    void requireOtherAdmin(User user) {
        if (stores.users().lockAdmins().equals(List.of(user.id()))) {
            throw new Conflict(ErrorCode.LAST_ADMIN, "%s is the only admin: make another first".formatted(user.name()));
        }
    }

    /** For those who rely on the user being active: what they give it is there to be looked at, and no more comes after. */
    private void waitForOthers(User user) {
        stores.users().requireLocked(user.id());
    }

    private void release(Changes changes, User user, OwnedProjects owned) {
        List<Project> theirs = projects.findOwnedBy(user.id());
        if (theirs.isEmpty()) {
            return;
        }
        switch (owned) {
            case REFUSE ->
                throw new Conflict(
                        ErrorCode.OWNS_PROJECTS,
                        "%s owns %d projects: transfer them first, or have them archived"
                                .formatted(user.name(), theirs.size()),
                        counted(changes.caller(), user, theirs));
            case ARCHIVE -> {
                projects.updateArchived(theirs.stream()
                        .map(project -> project.archive(changes.now()))
                        .toList());
                theirs.forEach(project -> changes.record(
                        "project.archived",
                        project.id(),
                        project.id(),
                        project.lifecycle().stored(),
                        Map.of("key", project.key().value())));
            }
        }
    }

    /** An admin sees no foreign projects by that alone (R18): their keys are for who owns them. */
    private static Map<String, Object> counted(Caller caller, User user, List<Project> theirs) {
        List<String> keys = theirs.stream()
                .limit(NAMED_MAX)
                .map(project -> project.key().value())
                .toList();
        return caller.userId().equals(user.id())
                ? Map.of("count", theirs.size(), "projects", keys)
                : Map.of("count", theirs.size());
    }

    private static boolean wentWith(@Nullable Instant deactivatedAt, User agent) {
        return deactivatedAt != null && deactivatedAt.equals(agent.deactivatedAt());
    }
}
