package dev.cairn.application.conversation;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.ConversationView;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.Participant;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import org.jspecify.annotations.Nullable;

/** Use cases of messages. A caller who may not read a conversation gets {@code not_found} for its messages, too (R38). */
public final class MessageService {
    private final UnitOfWork work;
    private final ConversationStores stores;
    private final Talk talk;

    public MessageService(UnitOfWork work, ConversationStores stores, Talk talk) {
        this.work = work;
        this.stores = stores;
        this.talk = talk;
    }

    /**
     * Posts a message at the next place of the conversation (R37). Conflicts: {@code conversation_archived},
     * {@code project_archived}.
     *
     * @throws Invalid {@code unknown_value} for a parent that is no message of this conversation
     */
    public Message post(Caller caller, Id<Conversation> id, PostMessage command) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Conversation conversation = talk.requireWritable(access, id);
            Message message = Message.said(act.newId(), conversation, caller, command.content(), act.now())
                    .withParentId(parent(conversation, command.parentId()));
            return talk.say(
                    act, conversation, command.metadata() == null ? message : message.withMetadata(command.metadata()));
        });
    }

    /** Answers messages in the order of {@code seq} (R37); deleted ones keep their place without content. */
    public Page<Message> list(Caller caller, Id<Conversation> id, PageRequest page) {
        return list(caller, id, null, null, page.limit(), page.cursor());
    }

    /**
     * Answers the messages after one, in the order of {@code seq}; or those before one, the nearest page first, each
     * page in the order of {@code seq}, and the cursor goes on backwards.
     */
    public Page<Message> list(
            Caller caller,
            Id<Conversation> id,
            @Nullable Integer afterSeq,
            @Nullable Integer beforeSeq,
            int limit,
            @Nullable String cursor) {
        Limits.range("limit", limit, 1, PageRequest.LIMIT_MAX);
        return work.read(() -> {
            Conversation conversation = stores.conversations().require(Access.read(caller), id);
            return stores.messages()
                    .between(
                            new MessageRepository.OfConversation(conversation.id(), afterSeq, beforeSeq), limit, cursor)
                    .map(Message::shown);
        });
    }

    public Message get(Caller caller, Id<Message> id) {
        return stores.messages().require(Access.read(caller), id);
    }

    /** Edits a message, which keeps its id and its place (R37). Denied {@code not_author} unless the caller wrote it. */
    public Message edit(Caller caller, Id<Message> id, Expected expected, MessageText text) {
        return edit(caller, id, expected, _ -> text);
    }

    /** As {@link #edit(Caller, Id, Expected, MessageText)}; an edit that changes nothing stores nothing (R10). */
    public Message edit(Caller caller, Id<Message> id, Expected expected, Edit<MessageText> edit) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Message message = stores.messages().require(access, id);
            MessageText text = edit.of(new MessageText(message.content()));
            Message edited = message.edit(caller, text.content(), act.now());
            Conversation conversation = talk.requireWritable(access, message.conversationId());
            expected.check(message.lifecycle());
            if (edited.equals(message)) {
                return message;
            }
            Message stored = stores.messages().update(edited);
            act.record(ActivityType.MESSAGE_UPDATED, conversation.projectId(), id)
                    .within(conversation.id())
                    .at(stored.lifecycle())
                    .changed(Difference.of("content", message.content(), stored.content()))
                    .with("seq", stored.seq());
            return stored;
        });
    }

    /**
     * Deletes a message, whose place stays; the log keeps nothing of its content. Denied {@code not_author} unless the
     * caller wrote it, or owns the project or the chat.
     */
    public void delete(Caller caller, Id<Message> id, Expected expected) {
        Access access = Access.write(caller);
        work.write(caller, act -> {
            Message message = stores.messages().require(access, id);
            Conversation conversation = stores.conversations().require(access, message.conversationId());
            Message deleted = message.delete(caller, keeper(access, conversation), act.now());
            talk.inWritableProject(access, conversation).requireWritable();
            expected.check(message.lifecycle());
            Message stored = stores.messages().update(deleted);
            act.forgetSubject(id);
            act.record(ActivityType.MESSAGE_DELETED, conversation.projectId(), id)
                    .within(conversation.id())
                    .at(stored.lifecycle())
                    .with("seq", stored.seq());
            return stored;
        });
    }

    /**
     * Stores up to where the caller has read, never less than before; whoever may read may say so, and it is told to nobody else.
     *
     * @throws Invalid {@code range} for a message that there is not
     */
    public ReadMark read(Caller caller, Id<Conversation> id, int seq) {
        Access access = Access.read(caller);
        return work.write(caller, act -> {
            Conversation conversation = stores.conversations().require(access, id);
            Limits.range("seq", seq, 0, conversation.nextSeq() - 1);
            if (stores.participants().read(new Participant(id, caller.userId(), act.now(), null, seq))) {
                act.record(ActivityType.CONVERSATION_READ, null, id).with("seq", seq);
            }
            ConversationView view = stores.conversations().requireView(access, id);
            return new ReadMark(id, view.lastReadSeq(), view.unread());
        });
    }

    private @Nullable Id<User> keeper(Access access, Conversation conversation) {
        if (conversation.projectId() != null) {
            return stores.projects().require(access, conversation.projectId()).ownerId();
        }
        return conversation.kind() == ConversationKind.CHAT ? conversation.ownerId() : null;
    }

    private @Nullable Id<Message> parent(Conversation conversation, @Nullable Id<Message> parent) {
        if (parent != null
                && stores.messages().findIn(conversation.id(), parent).isEmpty()) {
            throw Invalid.of(
                    ErrorCode.UNKNOWN_VALUE, "parentId", "%s is no message of this conversation".formatted(parent));
        }
        return parent;
    }
}
