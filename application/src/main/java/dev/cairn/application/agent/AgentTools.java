package dev.cairn.application.agent;

import dev.cairn.application.model.ToolCall;
import dev.cairn.application.model.ToolOffer;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import java.util.List;

/** Cairn's own tools for agents while they answer (T2). */
public interface AgentTools {
    /** A set without tools. */
    AgentTools NONE = new AgentTools() {
        @Override
        public List<ToolOffer> offers(Caller agent) {
            return List.of();
        }

        @Override
        public String call(Caller agent, Id<Conversation> where, ToolCall call) {
            return "There is no tool of this name";
        }
    };

    /** Answers the tools that the caller's scopes allow. */
    List<ToolOffer> offers(Caller agent);

    /**
     * Calls a tool on the agent's behalf. An error of the call is in the answer, for the model to read.
     *
     * @param where the conversation in which it answers
     * @return JSON or a text, bounded
     */
    String call(Caller agent, Id<Conversation> where, ToolCall call);
}
