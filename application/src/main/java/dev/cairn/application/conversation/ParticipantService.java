package dev.cairn.application.conversation;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Right;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Participant;
import dev.cairn.domain.conversation.ParticipantView;
import dev.cairn.domain.conversation.People;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Use cases of the participants of conversations. */
public final class ParticipantService {
    private final UnitOfWork work;
    private final ConversationStores stores;
    private final Talk talk;

    public ParticipantService(UnitOfWork work, ConversationStores stores, Talk talk) {
        this.work = work;
        this.stores = stores;
        this.talk = talk;
    }

    /**
     * Adds a participant. In a direct conversation it is a user, who may read it from its beginning; in a channel or
     * chat of a project a user who may read it already; in a personal chat an agent, which may read it if the caller
     * owns it. Conflict {@code participants_taken} when these people have a direct conversation already.
     *
     * @throws Invalid {@code unknown_value} for somebody who cannot take part
     */
    public ParticipantView put(Caller caller, Id<Conversation> id, Id<User> user) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Conversation conversation = talk.requireWritable(access, id);
            ParticipantView known = stores.participants().find(id, user).orElse(null);
            if (known != null && known.participant().present()) {
                return known;
            }
            requireEligible(conversation, user);
            stores.participants().join(Participant.joining(id, user, act.now()));
            List<ParticipantView> present = stores.participants().findPresent(id);
            People all = conversation.kind() == ConversationKind.DIRECT ? new People(ids(present)) : null;
            changed(act, conversation, all, conversation.ownerId(), user, ActivityType.CONVERSATION_PARTICIPANT_ADDED);
            return stores.participants().find(id, user).orElseThrow(() -> NotFound.of("participant", user));
        });
    }

    /**
     * Removes a participant. Everyone may leave; others are removed by the conversation's owner outside of projects,
     * and elsewhere by those who may write. Conflict {@code owner_required} for the last one in a direct conversation,
     * and for the owner of a chat.
     */
    public void remove(Caller caller, Id<Conversation> id, Id<User> user) {
        boolean leaves = caller.userId().equals(user);
        Access access = leaves ? Access.naming(caller, Right.WRITE) : Access.write(caller);
        work.write(caller, act -> {
            Conversation conversation = talk.requireWritable(access, id);
            if (!leaves) {
                conversation.requireOwnedOutsideProjects(caller.userId(), "removes others from it");
            }
            Id<User> owner = ownerWithout(conversation, user);
            if (!stores.participants().leave(id, user, act.now())) {
                throw NotFound.of("participant", user);
            }
            return changed(act, conversation, null, owner, user, ActivityType.CONVERSATION_PARTICIPANT_REMOVED);
        });
    }

    private Conversation changed(
            Act act,
            Conversation conversation,
            @Nullable People all,
            Id<User> owner,
            Id<User> user,
            ActivityType type) {
        Conversation stored = stores.conversations().update(conversation.withParticipants(all, owner, act.now()));
        act.record(type, stored).with("user", user.toString());
        return stored;
    }

    /** Returns the owner after a participant leaves: of a direct conversation the eldest who stays, a person before an agent. */
    private Id<User> ownerWithout(Conversation conversation, Id<User> user) {
        if (conversation.kind() == ConversationKind.CHANNEL
                || !conversation.ownerId().equals(user)) {
            return conversation.ownerId();
        }
        List<ParticipantView> others = stores.participants().findPresent(conversation.id()).stream()
                .filter(each -> !each.participant().userId().equals(user))
                .toList();
        if (conversation.kind() == ConversationKind.CHAT || others.isEmpty()) {
            throw new Conflict(
                    ErrorCode.OWNER_REQUIRED,
                    "Somebody has to be left in a conversation: archive or delete it instead");
        }
        return others.stream()
                .filter(each -> each.type() == UserType.HUMAN)
                .findFirst()
                .orElse(others.getFirst())
                .participant()
                .userId();
    }

    private void requireEligible(Conversation conversation, Id<User> id) {
        User user = stores.users().requireLocked(id).requireActive();
        Id<Project> project = conversation.projectId();
        if (project != null && stores.members().activeAmong(project, Set.of(id)).isEmpty()) {
            throw Invalid.of(
                    ErrorCode.UNKNOWN_VALUE,
                    "user",
                    "%s is no member of the project: make them one first".formatted(user.name()));
        }
        if (project == null && conversation.kind() == ConversationKind.CHAT && user.type() != UserType.AGENT) {
            throw Invalid.of(
                    ErrorCode.UNKNOWN_VALUE,
                    "user",
                    "A chat in no project is read by its owner and agents of theirs: begin a direct conversation with %s"
                            .formatted(user.name()));
        }
    }

    private static List<Id<User>> ids(List<ParticipantView> present) {
        return present.stream().map(each -> each.participant().userId()).toList();
    }
}
