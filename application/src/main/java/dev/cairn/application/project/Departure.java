package dev.cairn.application.project;

import dev.cairn.application.work.Act;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.conversation.ParticipantRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.ApiTokenRepository;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserRepository;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends what depends on the membership of a user who leaves a project, inside the transaction of a use case: their
 * agents leave, too; tokens limited to this project and participations in its conversations end; and held work is
 * released (R18).
 */
public record Departure(
        MemberRepository members,
        UserRepository users,
        ApiTokenRepository tokens,
        ParticipantRepository participants,
        HeldWork work) {
    /** Releases the work of a member who has become a viewer. */
    void afterWork(Act act, Project project, Id<User> member) {
        work.left(act, project.id(), List.of(member));
    }

    /** Ends what depends on a membership that has ended already. */
    void after(Act act, Project project, Id<User> left) {
        List<Id<User>> all = new ArrayList<>();
        all.add(left);
        for (User agent : users.agentsOf(left)) {
            all.add(agent.id());
            if (members.delete(project.id(), agent.id())) {
                act.record(ActivityType.PROJECT_MEMBER_REMOVED, project.id(), project.id())
                        .with("user", agent.id().toString())
                        .with("with", left.toString());
            }
        }
        tokens.revokeAll(all, project.id(), act.now());
        participants.leaveAll(project.id(), all, act.now());
        work.left(act, project.id(), all);
    }
}
