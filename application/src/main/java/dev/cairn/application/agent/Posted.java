package dev.cairn.application.agent;

import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.conversation.Message;
import java.util.List;

/** A posted message, and the runs that answer it. */
public record Posted(Message message, List<AgentRun> runs) {
    public Posted {
        runs = List.copyOf(runs);
    }
}
