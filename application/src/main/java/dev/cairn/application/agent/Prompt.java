package dev.cairn.application.agent;

import dev.cairn.application.model.Question;
import dev.cairn.application.model.ToolOffer;
import dev.cairn.application.model.Turn;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.agent.ModelConfig;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes an agent's prompt as a pure function of its brief (T1). */
final class Prompt {
    /** The most characters of earlier messages; the newest that fit are kept. */
    static final int HISTORY_MAX = 60_000;

    private static final String GO_ON = "Please answer.";

    private Prompt() {}

    static Question of(Brief brief, List<ToolOffer> tools) {
        ModelConfig model = brief.agent().content().modelConfig();
        return new Question(
                model.model(),
                instructions(brief),
                turns(brief),
                tools,
                model.temperature(),
                model.maxTokens(),
                model.topP());
    }

    private static String instructions(Brief brief) {
        AgentContent content = brief.agent().content();
        List<String> parts = new ArrayList<>();
        parts.add("You are %s. Your role: %s.".formatted(brief.name(), content.role()));
        add(parts, "Your goal: ", content.goal());
        add(parts, "Your backstory: ", content.backstory());
        add(parts, "", Objects.requireNonNullElse(content.instructions(), ""));
        if (!brief.memories().isEmpty()) {
            parts.add("What you remember:\n" + memories(brief.memories()));
        }
        if (brief.assignment() != null) {
            parts.add(brief.assignment().text());
        }
        if (!brief.files().isEmpty()) {
            parts.add(brief.files().text());
        }
        Conversation conversation = brief.conversation();
        if (conversation != null) {
            parts.add(
                    "You take part in the conversation \"%s\". What others say begins with their name; what you say does not."
                            .formatted(conversation.title()));
        }
        return String.join("\n\n", parts);
    }

    private static void add(List<String> parts, String before, String text) {
        if (!text.isEmpty()) {
            parts.add(before + text);
        }
    }

    private static String memories(List<Memory> memories) {
        return String.join(
                "\n", memories.stream().map(memory -> "- " + memory.shortly()).toList());
    }

    /**
     * Returns the turns. Messages of others in a row are one turn, and the last turn is one of others, because some
     * models require that.
     */
    private static List<Turn> turns(Brief brief) {
        List<Turn> turns = new ArrayList<>();
        StringBuilder others = new StringBuilder();
        for (Message message : newest(brief.messages())) {
            if (isOwn(brief.agent(), message)) {
                settle(turns, others);
                turns.add(new Turn.Assistant(message.content()));
            } else {
                others.append(others.isEmpty() ? "" : "\n\n").append(heard(message));
            }
        }
        settle(turns, others);
        if (turns.isEmpty() || turns.getLast() instanceof Turn.Assistant) {
            turns.add(new Turn.User(GO_ON));
        }
        return turns;
    }

    private static boolean isOwn(Agent agent, Message message) {
        return message.role() == MessageRole.ASSISTANT && agent.userId().equals(message.authorId());
    }

    private static void settle(List<Turn> turns, StringBuilder others) {
        if (!others.isEmpty()) {
            turns.add(new Turn.User(others.toString()));
            others.setLength(0);
        }
    }

    private static String heard(Message message) {
        return message.authorName() == null ? message.content() : message.authorName() + ": " + message.content();
    }

    /** Returns the newest messages that fit; of the very last at least its end. */
    private static List<Message> newest(List<Message> all) {
        List<Message> kept = new ArrayList<>();
        int left = HISTORY_MAX;
        for (Message message : all.reversed()) {
            if (message.deletedAt() != null || message.content().isEmpty()) {
                continue;
            }
            int length = message.content().length();
            if (length > left && !kept.isEmpty()) {
                break;
            }
            kept.add(length > left ? message.withContent(end(message.content(), left)) : message);
            left -= Math.min(left, length);
        }
        return kept.reversed();
    }

    private static String end(String text, int length) {
        int from = text.length() - length;
        return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }
}
