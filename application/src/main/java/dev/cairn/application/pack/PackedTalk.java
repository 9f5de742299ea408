package dev.cairn.application.pack;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.kernel.PageRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Adds conversations to a pack: reads the newest messages, as many as have room. */
record PackedTalk(UnitOfWork work, MessageRepository messages) {
    /**
     * An upper estimate of characters per token, so that one query mostly reads enough; where it does not, another one
     * follows.
     */
    private static final int CHARACTERS_PER_TOKEN = 6;
    /** The least number of characters that one query reads, which keeps queries few. */
    private static final int READ_MIN = 4_000;
    /** The most tokens by which a message alone exceeds its share in a text of several. */
    private static final int ALONE_TOKENS = 2;

    /** A message with its number of tokens. */
    private record Said(Message message, int tokens) {}

    /** Adds a conversation that the caller may read: its newest messages, at most one page, as many as have room. */
    void add(Conversation conversation, Packing packing) {
        Deque<Said> newest = new ArrayDeque<>();
        boolean cut = read(conversation, packing, newest);
        Section section = section(conversation, newest, cut);
        int tokens = packing.tokens(section);
        boolean fits = tokens <= packing.room();
        if (!fits && packing.narrow()) {
            packing.leave(new LeftOut(
                    section.kind(), section.name(), section.title(), cut ? null : tokens, LeftOut.Reason.BUDGET));
            return;
        }
        while (!fits && newest.size() > 1) {
            shorten(newest, tokens - packing.room());
            section = section(conversation, newest, true);
            tokens = packing.tokens(section);
            fits = tokens <= packing.room();
        }
        packing.add(section);
    }

    /** Reads messages until they need more than the room; returns whether there are earlier ones. */
    private boolean read(Conversation conversation, Packing packing, Deque<Said> newest) {
        long tokens = 0;
        int before = conversation.nextSeq();
        while (before > 1 && newest.size() < PageRequest.LIMIT_MAX && tokens <= packing.room()) {
            List<Message> page = page(conversation, before, newest.size(), packing.room() - tokens);
            if (page.isEmpty()) {
                return false;
            }
            before = page.getFirst().seq();
            for (Message message : page.reversed()) {
                Said said = new Said(message, packing.tokens(Sections.text(message)));
                newest.addFirst(said);
                tokens += said.tokens() - ALONE_TOKENS;
            }
        }
        return before > 1;
    }

    private List<Message> page(Conversation conversation, int before, int known, long room) {
        long characters = Math.max(READ_MIN, room * CHARACTERS_PER_TOKEN);
        return work.read(() -> messages.newest(conversation.id(), before, PageRequest.LIMIT_MAX - known, characters));
    }

    /** Removes the oldest messages until about this many tokens are saved, but never all. */
    private static void shorten(Deque<Said> newest, int tokens) {
        int gone = 0;
        while (gone < tokens && newest.size() > 1) {
            gone += newest.removeFirst().tokens();
        }
    }

    private static Section section(Conversation conversation, Deque<Said> newest, boolean cut) {
        return Sections.of(conversation, newest.stream().map(Said::message).toList(), cut);
    }
}
