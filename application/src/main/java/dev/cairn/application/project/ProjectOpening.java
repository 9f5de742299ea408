package dev.cairn.application.project;

import dev.cairn.application.conversation.ConversationStores;
import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Intake;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.domain.user.UserType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Creates what a new project begins with, in its transaction (R19). */
public record ProjectOpening(MemberRepository members, UserRepository users, ConversationStores stores) {
    /**
     * Answers who will own what this caller creates: the caller, or the human who answers for it.
     *
     * @throws Conflict {@code owner_not_eligible} unless that is an active human
     */
    Id<User> owner(Caller caller) {
        User creator = users.require(caller.userId());
        return Project.eligible(users.requireLocked(creator.responsible()));
    }

    /** @throws Invalid {@code unknown_value} for an agent that is none, not active, or not of the project's owner, who pays for it */
    void open(Act act, Project project, Opening opening) {
        Set<Id<User>> editors = new LinkedHashSet<>(requireAgents(project, opening.agents()));
        editors.add(act.caller().userId());
        editors.remove(project.ownerId());
        List<ProjectMember> all = new ArrayList<>(List.of(ProjectMember.owner(project)));
        editors.forEach(editor -> all.add(new ProjectMember(project.id(), editor, Role.EDITOR, act.now())));
        members.insertAll(all);
        stores.conversations().insert(Conversation.defaultChannel(act.newId(), project, act.now()));
        if (opening.intake()) {
            Conversation chat = Conversation.intake(act.newId(), project, act.now());
            Message first = Message.system(act.newId(), chat, Intake.firstMessage(project), act.now());
            stores.conversations().insert(chat.said(first));
            stores.messages().insert(first);
        }
    }

    private List<Id<User>> requireAgents(Project project, List<Id<User>> agents) {
        if (agents.isEmpty()) {
            return agents;
        }
        Map<Id<User>, User> found =
                users.findAll(agents).stream().collect(Collectors.toMap(User::id, Function.identity()));
        for (int i = 0; i < agents.size(); i++) {
            User agent = found.get(agents.get(i));
            if (agent == null
                    || agent.type() != UserType.AGENT
                    || !agent.active()
                    || !agent.responsible().equals(project.ownerId())) {
                throw Invalid.of(
                        ErrorCode.UNKNOWN_VALUE,
                        "agents/" + i,
                        "%s is no active agent of the project's owner".formatted(agents.get(i)));
            }
        }
        return agents;
    }
}
