package dev.cairn.application.agent;

import dev.cairn.application.model.ToolCall;
import dev.cairn.application.model.ToolOffer;
import dev.cairn.domain.user.Caller;
import java.util.List;

/** Cairn's own tools, as an agent of Cairn's may call them while it answers (T2). */
public interface AgentTools {
    /** No tools at all. */
    AgentTools NONE = new AgentTools() {
        @Override
        public List<ToolOffer> offers(Caller agent) {
            return List.of();
        }

        @Override
        public String call(Caller agent, ToolCall call) {
            return "There is no tool of this name";
        }
    };

    /** Answers those that the caller's scopes allow. */
    List<ToolOffer> offers(Caller agent);

    /**
     * Calls one on the agent's behalf. Whatever is wrong with the call is said by the answer, for the model to read.
     *
     * @return JSON or a text, bounded
     */
    String call(Caller agent, ToolCall call);
}
