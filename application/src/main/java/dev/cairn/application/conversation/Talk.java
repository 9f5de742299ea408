package dev.cairn.application.conversation;

import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The steps that all writes to conversations share, inside their transaction. */
public record Talk(ConversationStores stores) {
    /**
     * Finds a conversation that can be written to (R38).
     *
     * @throws dev.cairn.domain.error.Conflict {@code conversation_archived}, {@code project_archived}
     */
    public Conversation requireWritable(Access access, Id<Conversation> id) {
        return inWritableProject(access, stores.conversations().require(access, id))
                .requireWritable();
    }

    /** @throws dev.cairn.domain.error.Conflict {@code project_archived} */
    Conversation inWritableProject(Access access, Conversation conversation) {
        if (conversation.projectId() != null) {
            stores.projects().require(access, conversation.projectId()).requireWritable();
        }
        return conversation;
    }

    /**
     * Posts a message: it takes the next number within the transaction (R37), its author becomes a participant who has
     * read it, and the log records it.
     */
    public Message say(Act act, Conversation conversation, Message message) {
        int seq = stores.conversations().takeSeq(conversation.id(), act.now());
        Message said = message.withSeq(seq);
        stores.messages().insert(said);
        if (said.authorId() != null) {
            stores.participants().said(conversation.id(), said.authorId(), seq, act.now());
        }
        act.record(ActivityType.MESSAGE_CREATED, conversation.projectId(), said.id())
                .within(conversation.id())
                .at(said.lifecycle())
                .with("seq", seq);
        return said;
    }

    /**
     * Completes a message that was posted before all of it was known, which is no edit; does nothing if it was edited
     * or deleted meanwhile.
     */
    public void sayRest(
            Act act,
            @Nullable Id<Project> project,
            Id<Conversation> conversation,
            Id<Message> id,
            UnaryOperator<Message> rest) {
        Message message = stores.messages()
                .findIn(conversation, id)
                .filter(found -> found.deletedAt() == null && found.editedAt() == null)
                .orElse(null);
        if (message == null || rest.apply(message).equals(message)) {
            return;
        }
        Message stored = stores.messages().update(rest.apply(message));
        act.record(ActivityType.MESSAGE_UPDATED, project, id)
                .within(conversation)
                .at(stored.lifecycle())
                .changed(Difference.of("content", message.content(), stored.content()))
                .with("seq", stored.seq());
    }
}
