package dev.cairn.application.agent;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.kernel.Id;

/** Who is to answer a message. */
public sealed interface ReplyWish {
    /** Those whom it concerns: the agents that take part, in a channel those that are called by their name (R44). */
    record Concerned() implements ReplyWish {}

    /** Nobody. */
    record Nobody() implements ReplyWish {}

    /** This one, and no other. */
    record By(Id<Agent> agent) implements ReplyWish {}
}
