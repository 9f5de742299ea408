package dev.cairn.application.agent;

import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.user.UserContent;

/** The command to create an agent with its user. */
public record CreateAgent(UserContent user, AgentContent content) {
    public static CreateAgent of(String name, String role) {
        return new CreateAgent(UserContent.named(name), AgentContent.of(role));
    }
}
