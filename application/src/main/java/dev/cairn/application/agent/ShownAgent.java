package dev.cairn.application.agent;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.Availability;
import dev.cairn.domain.user.User;

/** An agent with its user, and whether it is running an answer now. */
public record ShownAgent(Agent agent, User user, boolean busy) {
    public Availability availability() {
        return user.active() ? busy ? Availability.BUSY : Availability.ACTIVE : Availability.INACTIVE;
    }
}
