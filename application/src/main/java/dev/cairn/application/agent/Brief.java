package dev.cairn.application.agent;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.memory.Memory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of an agent's prompt.
 *
 * @param name the agent's name
 * @param conversation null when it is asked nothing in particular
 * @param assignment the agent's claimed work in the conversation's project; null for none
 * @param files those that are chosen there
 * @param messages the last messages, in order
 * @param memories those that matter here, the most relevant first
 */
public record Brief(
        Agent agent,
        String name,
        @Nullable Conversation conversation,
        @Nullable Assignment assignment,
        ChosenFiles files,
        List<Message> messages,
        List<Memory> memories) {
    public Brief {
        messages = List.copyOf(messages);
        memories = List.copyOf(memories);
    }
}
