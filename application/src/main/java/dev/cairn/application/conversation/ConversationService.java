package dev.cairn.application.conversation;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationContent;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.ConversationView;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Use cases of conversations. A channel is read by all members of its project, a chat by its owner and the project's
 * editors, a direct conversation by those who take part (R38); to everybody else, admins too, it is {@code not_found}. Who reads it may write
 * into it, but for a project's viewers.
 */
public final class ConversationService {
    private final UnitOfWork work;
    private final ConversationStores stores;
    private final Talk talk;
    private final Beginning beginning;
    private final Forking forking;

    public ConversationService(UnitOfWork work, ConversationStores stores, Talk talk) {
        this.work = work;
        this.stores = stores;
        this.talk = talk;
        this.beginning = new Beginning(stores);
        this.forking = new Forking(stores, talk);
    }

    /**
     * Creates a channel or chat of a project.
     *
     * @throws dev.cairn.domain.error.Invalid {@code unknown_value} for a direct one, and for an agent that is no active member
     * @throws Conflict {@code name_taken} for a channel's title
     */
    public ShownConversation create(Caller caller, ProjectRef ref, CreateConversation command) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Project project = stores.projects().require(access, ref).requireWritable();
            return shown(access, beginning.inProject(act, project, command).id());
        });
    }

    /**
     * Begins a chat of the caller's own, or a direct conversation; the same people get the one that they have (R39).
     *
     * @throws dev.cairn.domain.error.Invalid {@code unknown_value} for a channel, and for somebody who is no active user or named twice
     */
    public Begun begin(Caller caller, CreateConversation command) {
        Access.requireCreate(caller);
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Beginning.Found found = beginning.outside(act, command);
            return new Begun(shown(access, found.conversation().id()), found.created());
        });
    }

    /** Answers conversations of a project, or of all, with the last message and the unread count, by one query (R41). */
    public Page<ConversationView> list(
            Caller caller, @Nullable ProjectRef ref, ConversationFilter filter, PageRequest page) {
        Access access = Access.read(caller);
        return work.read(() -> {
            ConversationFilter within = ref == null
                    ? filter
                    : filter.in(stores.projects().require(access, ref).id());
            return stores.conversations().page(access, within, page);
        });
    }

    public ShownConversation get(Caller caller, Id<Conversation> id) {
        return work.read(() -> shown(Access.read(caller), id));
    }

    /** Answers the default channel of a project (R40). */
    public Conversation defaultChannel(Caller caller, ProjectRef ref) {
        ConversationFilter filter = ConversationFilter.ANY.withIsDefault(true);
        return list(caller, ref, filter, PageRequest.first(ConversationRepository.NEWEST_FIRST)).items().stream()
                .findFirst()
                .orElseThrow(() -> NotFound.of(stores.conversations().kind(), ref))
                .conversation();
    }

    public ShownConversation update(
            Caller caller, Id<Conversation> id, Expected expected, Edit<ConversationContent> edit) {
        return change(
                caller,
                id,
                expected,
                ActivityType.CONVERSATION_UPDATED,
                (conversation, act) -> conversation.edit(edit.of(conversation.content()), act.now()));
    }

    /**
     * Archives a conversation: hides it from lists and makes it read-only. Conflicts: {@code default_channel} (R40),
     * {@code already_archived}.
     */
    public ShownConversation archive(Caller caller, Id<Conversation> id, Expected expected) {
        return change(
                caller,
                id,
                expected,
                ActivityType.CONVERSATION_ARCHIVED,
                (conversation, act) -> conversation.archive(act.now()));
    }

    public ShownConversation unarchive(Caller caller, Id<Conversation> id, Expected expected) {
        return change(
                caller,
                id,
                expected,
                ActivityType.CONVERSATION_UNARCHIVED,
                (conversation, act) -> conversation.unarchive(act.now()));
    }

    /** Deletes a conversation with its messages, so that it can be restored. Conflict {@code default_channel} (R40). */
    public void delete(Caller caller, Id<Conversation> id, Expected expected) {
        Access access = Access.write(caller);
        work.write(caller, act -> {
            Conversation conversation = talk.inWritableProject(
                            access, stores.conversations().require(access, id))
                    .requireOwnedOutsideProjects(caller.userId(), "deletes it");
            expected.check(conversation.lifecycle());
            Conversation deleted = stores.conversations().update(conversation.delete(act.newDeletion()));
            act.record(ActivityType.CONVERSATION_DELETED, deleted);
            return deleted;
        });
    }

    /**
     * Restores a conversation. Conflicts: {@code not_deleted}, {@code parent_deleted}, {@code name_taken},
     * {@code participants_taken}.
     */
    public ShownConversation restore(Caller caller, Id<Conversation> id, Expected expected) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Conversation conversation = stores.conversations()
                    .requireAny(access, id)
                    .requireOwnedOutsideProjects(caller.userId(), "restores it");
            expected.check(conversation.lifecycle());
            requireWritableProject(access, conversation);
            Conversation restored = stores.conversations().update(conversation.restore(act.now()));
            act.record(ActivityType.CONVERSATION_RESTORED, restored);
            return shown(access, id);
        });
    }

    /** Removes a conversation and its messages for good, deleted or not; the log keeps none of their contents. */
    public void purge(Caller caller, Id<Conversation> id, Expected expected) {
        Access access = Access.manage(caller);
        work.write(caller, act -> {
            Conversation conversation = stores.conversations().requireAny(access, id);
            expected.check(conversation.lifecycle());
            conversation.requireNotDefault("deleted");
            if (conversation.projectId() != null) {
                stores.projects().requireAny(access, conversation.projectId()).requireWritable();
            }
            act.forgetConversation(id);
            stores.conversations().delete(id);
            act.record(ActivityType.CONVERSATION_PURGED, conversation.projectId(), id)
                    .at(conversation.lifecycle());
            return conversation;
        });
    }

    /**
     * Copies the messages up to a certain one into a new chat of the caller's, in the same project or in none, in one
     * transaction (R42).
     *
     * @throws dev.cairn.domain.error.Invalid {@code range} for a message that there is not, {@code too_many} for more than can be copied
     */
    public ShownConversation fork(Caller caller, Id<Conversation> id, ForkConversation command) {
        Access access = Access.write(caller);
        return work.write(
                caller,
                act -> shown(access, forking.fork(act, access, id, command).id()));
    }

    private ShownConversation change(
            Caller caller,
            Id<Conversation> id,
            Expected expected,
            ActivityType type,
            BiFunction<Conversation, Act, Conversation> change) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Conversation conversation =
                    talk.inWritableProject(access, stores.conversations().require(access, id));
            expected.check(conversation.lifecycle());
            Conversation changed = change.apply(conversation, act);
            if (!changed.equals(conversation)) {
                Conversation stored = stores.conversations().update(changed);
                act.record(type, stored).changed(Difference.between(conversation, stored));
            }
            return shown(access, id);
        });
    }

    private void requireWritableProject(Access access, Conversation conversation) {
        if (conversation.projectId() != null) {
            Project project = stores.projects().requireAny(access, conversation.projectId());
            if (project.lifecycle().deleted()) {
                throw new Conflict(ErrorCode.PARENT_DELETED, "Its project is deleted: restore the project first");
            }
            project.requireWritable();
        }
    }

    private ShownConversation shown(Access access, Id<Conversation> id) {
        return new ShownConversation(
                stores.conversations().requireView(access, id),
                stores.participants().findPresent(id));
    }
}
