package dev.cairn.application.conversation;

import dev.cairn.application.work.Act;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationContent;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Participant;
import dev.cairn.domain.conversation.People;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Creates conversations with their first participants. */
record Beginning(ConversationStores stores) {
    /** A conversation, with whether it is new. */
    record Found(Conversation conversation, boolean created) {}

    Conversation inProject(Act act, Project project, CreateConversation command) {
        if (command.kind() == ConversationKind.DIRECT) {
            throw Invalid.of(
                    ErrorCode.UNKNOWN_VALUE,
                    "kind",
                    "A conversation of a project is a channel or a chat; a direct one is in no project");
        }
        List<Id<User>> agents = requireAgents(project, command.agents());
        Conversation conversation = Conversation.of(
                act.newId(),
                project,
                act.caller().userId(),
                command.kind(),
                command.content(),
                command.purpose(),
                act.now());
        List<Id<User>> all = new ArrayList<>(List.of(conversation.ownerId()));
        all.addAll(agents);
        return insert(act, conversation, all);
    }

    Found outside(Act act, CreateConversation command) {
        if (!command.agents().isEmpty()) {
            throw Invalid.of(
                    ErrorCode.UNKNOWN_VALUE,
                    "agents",
                    "Agents are named for conversations of projects; name them as participants of a direct one");
        }
        Id<User> creator = act.caller().userId();
        return switch (command.kind()) {
            case CHANNEL ->
                throw Invalid.of(
                        ErrorCode.UNKNOWN_VALUE,
                        "kind",
                        "A channel is in a project: create it below that project, by POST /projects/{project}/conversations");
            case CHAT ->
                new Found(
                        insert(
                                act,
                                Conversation.chat(
                                        act.newId(), creator, command.content(), command.purpose(), act.now()),
                                List.of(creator)),
                        true);
            case DIRECT -> direct(act, creator, command);
        };
    }

    private Found direct(Act act, Id<User> creator, CreateConversation command) {
        People people = People.beginning(creator, command.participants());
        List<User> users = requireActive(people, command.participants());
        Optional<Conversation> same = stores.conversations().findDirect(people);
        if (same.isPresent()) {
            return new Found(same.get(), false);
        }
        String title = command.title() == null ? People.title(users) : command.title();
        Conversation conversation = Conversation.direct(
                act.newId(), creator, new ConversationContent(title, command.description()), people, act.now());
        return new Found(insert(act, conversation, people.ids()), true);
    }

    private Conversation insert(Act act, Conversation conversation, Collection<Id<User>> people) {
        Conversation stored = stores.conversations().insert(conversation);
        stores.participants()
                .insertAll(people.stream()
                        .distinct()
                        .map(user -> Participant.joining(stored.id(), user, act.now()))
                        .toList());
        act.record(ActivityType.CONVERSATION_CREATED, stored);
        return stored;
    }

    private List<User> requireActive(People people, List<Id<User>> others) {
        Map<Id<User>, User> found =
                stores.users().findAll(people.ids()).stream().collect(Collectors.toMap(User::id, Function.identity()));
        for (int i = 0; i < others.size(); i++) {
            User user = found.get(others.get(i));
            if (user == null || !user.active()) {
                throw Invalid.of(
                        ErrorCode.UNKNOWN_VALUE, "participants/" + i, "%s is no active user".formatted(others.get(i)));
            }
        }
        return people.ids().stream().map(id -> required(found, id)).toList();
    }

    private static User required(Map<Id<User>, User> found, Id<User> id) {
        User user = found.get(id);
        if (user == null) {
            throw Invalid.of(ErrorCode.UNKNOWN_VALUE, "participants", "%s is no active user".formatted(id));
        }
        return user;
    }

    private List<Id<User>> requireAgents(Project project, List<Id<User>> agents) {
        if (agents.isEmpty()) {
            return agents;
        }
        Map<Id<User>, User> found =
                stores.users().findAll(agents).stream().collect(Collectors.toMap(User::id, Function.identity()));
        Set<Id<User>> members = stores.members().activeAmong(project.id(), agents);
        for (int i = 0; i < agents.size(); i++) {
            User agent = found.get(agents.get(i));
            if (agent == null || agent.type() != UserType.AGENT || !members.contains(agents.get(i))) {
                throw Invalid.of(
                        ErrorCode.UNKNOWN_VALUE,
                        "agents/" + i,
                        "%s is no active agent that is a member of project %s".formatted(agents.get(i), project.key()));
            }
        }
        return agents;
    }
}
