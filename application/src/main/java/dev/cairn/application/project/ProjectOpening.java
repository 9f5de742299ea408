package dev.cairn.application.project;

import dev.cairn.application.conversation.ConversationStores;
import dev.cairn.application.work.Changes;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Intake;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.domain.user.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What comes into being with a project, in its transaction (R19). */
public final class ProjectOpening {
    private final MemberRepository members;
    private final UserRepository users;
    private final ConversationStores stores;

    public ProjectOpening(MemberRepository members, UserRepository users, ConversationStores stores) {
        this.members = members;
        this.users = users;
        this.stores = stores;
    }

    /** @throws Invalid {@code unknown_value} for an agent that is none, or not active */
    void open(Changes changes, Project project, Opening opening) {
        List<ProjectMember> all = new ArrayList<>(List.of(ProjectMember.owner(project)));
        for (Id<User> agent : requireAgents(opening.agents())) {
            all.add(new ProjectMember(project.id(), agent, Role.EDITOR, changes.now()));
        }
        members.insertAll(all);
        stores.conversations().insert(Conversation.defaultChannel(changes.newId(), project, changes.now()));
        if (opening.intake()) {
            Conversation chat = Conversation.intake(changes.newId(), project, changes.now());
            Message first = Message.system(changes.newId(), chat, Intake.firstMessage(project), changes.now());
            stores.conversations().insert(chat.said(first));
            stores.messages().insert(first);
        }
    }

    private List<Id<User>> requireAgents(List<Id<User>> agents) {
        if (agents.isEmpty()) {
            return agents;
        }
        Map<Id<User>, User> found =
                users.findAll(agents).stream().collect(Collectors.toMap(User::id, Function.identity()));
        for (int i = 0; i < agents.size(); i++) {
            User agent = found.get(agents.get(i));
            if (agent == null || agent.type() != UserType.AGENT || !agent.active()) {
                throw Invalid.of(
                        ErrorCode.UNKNOWN_VALUE, "agents/" + i, "%s is no active agent".formatted(agents.get(i)));
            }
        }
        return agents;
    }
}
