package dev.cairn.application.conversation;

import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationContent;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.Participant;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies the beginning of a conversation into a new chat (R42). */
record Forking(ConversationStores stores, Talk talk) {
    /** The most messages of a fork, because it keeps other writers waiting. */
    static final int MESSAGES_MAX = Limits.ROWS_MAX;

    private static final String MARK = " (fork)";

    Conversation fork(Act act, Access access, Id<Conversation> id, ForkConversation command) {
        Conversation source =
                talk.inWritableProject(access, stores.conversations().require(access, id));
        int until = until(source, command);
        Id<Conversation> copy = act.newId();
        Message last = messages(source, until - 1, until, 1).getFirst();
        Conversation stored =
                stores.conversations().insert(chat(act, source, copy, command).said(last));
        copy(act, source, copy, until);
        stores.participants().insertAll(List.of(new Participant(copy, stored.ownerId(), act.now(), null, until)));
        act.record(ActivityType.CONVERSATION_CREATED, stored)
                .with("forkOf", id.toString())
                .with("untilSeq", until);
        return stored;
    }

    private static int until(Conversation source, ForkConversation command) {
        int last = source.nextSeq() - 1;
        if (last == 0) {
            throw Invalid.of(ErrorCode.RANGE, "untilSeq", "Nothing was said in it yet that could be copied");
        }
        int until = command.untilSeq() == null ? last : Limits.range("untilSeq", command.untilSeq(), 1, last);
        if (until > MESSAGES_MAX) {
            throw Invalid.of(
                    ErrorCode.TOO_MANY,
                    "untilSeq",
                    "A fork copies at most %d messages, these are %d".formatted(MESSAGES_MAX, until));
        }
        return until;
    }

    private static Conversation chat(Act act, Conversation source, Id<Conversation> copy, ForkConversation command) {
        Id<User> owner = act.caller().userId();
        String title = command.title() == null ? marked(source.title()) : command.title();
        ConversationContent content =
                new ConversationContent(title, source.content().description());
        return Conversation.chat(copy, owner, content, source.purpose(), act.now())
                .withProjectId(source.projectId())
                .withKind(ConversationKind.CHAT);
    }

    private static String marked(String title) {
        int room = ConversationContent.TITLE_MAX - MARK.length();
        int length = title.codePointCount(0, title.length());
        return (length <= room ? title : title.substring(0, title.offsetByCodePoints(0, room))) + MARK;
    }

    /** Copies page by page, because all messages together may not fit into memory. */
    private void copy(Act act, Conversation source, Id<Conversation> copy, int until) {
        Map<Id<Message>, Id<Message>> ids = new HashMap<>();
        int after = 0;
        while (after < until) {
            List<Message> some = messages(source, after, until, PageRequest.LIMIT_MAX);
            List<Message> copies = new ArrayList<>();
            for (Message each : some) {
                Id<Message> id = act.newId();
                ids.put(each.id(), id);
                copies.add(each.copied(id, copy, each.parentId() == null ? null : ids.get(each.parentId())));
            }
            stores.messages().insertAll(copies);
            after = some.getLast().seq();
        }
    }

    private List<Message> messages(Conversation source, int after, int until, int limit) {
        return stores.messages()
                .between(new MessageRepository.OfConversation(source.id(), after, until + 1), limit, null)
                .items();
    }
}
