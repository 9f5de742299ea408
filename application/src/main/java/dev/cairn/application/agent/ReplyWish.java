package dev.cairn.application.agent;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.kernel.Id;

/** The wish for answers to a message. */
public sealed interface ReplyWish {
    /** All agents concerned: those that take part, in a channel those that are mentioned (R44). */
    record Concerned() implements ReplyWish {}

    /** No agent. */
    record Nobody() implements ReplyWish {}

    /** One agent only. */
    record By(Id<Agent> agent) implements ReplyWish {}
}
