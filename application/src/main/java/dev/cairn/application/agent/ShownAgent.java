package dev.cairn.application.agent;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.Availability;
import dev.cairn.domain.user.User;

/** An agent with what its user says, and whether it answers somebody now. */
public record ShownAgent(Agent agent, User user, boolean busy) {
    public Availability availability() {
        return user.active() ? busy ? Availability.BUSY : Availability.ACTIVE : Availability.INACTIVE;
    }
}
