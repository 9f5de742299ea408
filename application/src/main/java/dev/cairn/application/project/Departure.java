package dev.cairn.application.project;

import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.conversation.ParticipantRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.MemberView;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
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
    /** Makes the agents of a member who has become a viewer viewers too, and releases the work of all of them. */
    void afterWork(Act act, Project project, Id<User> member) {
        List<Id<User>> all = new ArrayList<>();
        all.add(member);
        for (User agent : users.agentsOf(member)) {
            all.add(agent.id());
            members.find(project.id(), agent.id())
                    .map(MemberView::member)
                    .filter(known -> known.role() == Role.EDITOR)
                    .ifPresent(known -> becomesViewer(act, known, member));
        }
        work.left(act, project.id(), all);
    }

    private void becomesViewer(Act act, ProjectMember known, Id<User> with) {
        ProjectMember viewer = new ProjectMember(known.projectId(), known.userId(), Role.VIEWER, known.joinedAt());
        if (members.save(viewer)) {
            act.record(ActivityType.PROJECT_MEMBER_CHANGED, known.projectId(), known.projectId())
                    .changed(Difference.between(known, viewer))
                    .with("user", known.userId().toString())
                    .with("role", Wire.of(Role.VIEWER))
                    .with("with", with.toString());
        }
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
