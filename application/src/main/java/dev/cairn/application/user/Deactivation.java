package dev.cairn.application.user;

import dev.cairn.application.work.Act;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
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
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Ends a deactivated user's sessions, tokens, agents and work, inside the transaction of a use case (R17).
 *
 * @param endWork ends the running work of users; it must not refuse
 */
public record Deactivation(PeopleStores stores, ProjectRepository projects, BiConsumer<Act, List<Id<User>>> endWork) {
    private static final int NAMED_MAX = 20;

    /** Answers the deactivated user, after everything that depends on the user was stored. */
    User prepared(Act act, User user, OwnedProjects owned) {
        requireOtherAdmin(user);
        User deactivated = user.deactivate(act.now());
        waitForOthers(user);
        List<User> agents =
                stores.users().agentsOf(user.id()).stream().filter(User::active).toList();
        release(act, user, owned);
        store(act, ActivityType.USER_DEACTIVATED, agents, agent -> agent.deactivate(act.now()));
        List<Id<User>> ended = new ArrayList<>(agents.stream().map(User::id).toList());
        ended.add(user.id());
        stores.sessions().revokeAll(ended, null, act.now());
        stores.tokens().revokeAll(ended, act.now());
        endWork.accept(act, ended);
        return deactivated;
    }

    /**
     * Answers the reactivated user, after the agents that were deactivated with the user were stored; others stay
     * deactivated.
     */
    User undone(Act act, User user) {
        User active = user.reactivate(act.now());
        List<User> agents = stores.users().agentsOf(user.id()).stream()
                .filter(agent -> wentWith(user.deactivatedAt(), agent))
                .toList();
        store(act, ActivityType.USER_REACTIVATED, agents, agent -> agent.reactivate(act.now()));
        return active;
    }

    private void store(Act act, ActivityType type, List<User> agents, UnaryOperator<User> change) {
        stores.users().updateActivation(agents.stream().map(change).toList());
        agents.forEach(agent -> {
            User changed = change.apply(agent);
            act.record(type, changed).at(changed.lifecycle().stored()).changed(Difference.between(agent, changed));
        });
    }

    /** @throws Conflict {@code last_admin} */
    void requireOtherAdmin(User user) {
        if (stores.users().lockAdmins().equals(List.of(user.id()))) {
            throw new Conflict(ErrorCode.LAST_ADMIN, "%s is the only admin: make another first".formatted(user.name()));
        }
    }

    /**
     * Waits for transactions that rely on the user being active, so that everything they give to the user is visible
     * afterwards, and nothing more follows.
     */
    private void waitForOthers(User user) {
        stores.users().requireLocked(user.id());
    }

    private void release(Act act, User user, OwnedProjects owned) {
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
                        counted(act.caller(), user, theirs));
            case ARCHIVE -> {
                List<Project> archived = theirs.stream()
                        .map(project -> project.archive(act.now()))
                        .toList();
                projects.updateArchived(archived);
                for (int i = 0; i < archived.size(); i++) {
                    Project project = archived.get(i);
                    act.record(ActivityType.PROJECT_ARCHIVED, project)
                            .at(project.lifecycle().stored())
                            .changed(Difference.between(theirs.get(i), project));
                }
            }
        }
    }

    /** Returns how many projects the user owns; their keys for the user only, because an admin does not see them (R18). */
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
