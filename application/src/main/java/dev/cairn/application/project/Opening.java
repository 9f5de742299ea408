package dev.cairn.application.project;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.user.User;
import java.util.List;

/**
 * The optional parts of a new project, besides its default channel (R19).
 *
 * @param intake whether to create a chat that collects the project's requirements
 * @param agents the agents that are editors from the beginning; at most {@value #AGENTS_MAX}
 */
public record Opening(boolean intake, List<Id<User>> agents) {
    public static final int AGENTS_MAX = 100;
    public static final Opening PLAIN = new Opening(false, List.of());

    public Opening {
        agents = Limits.count("agents", agents, AGENTS_MAX).stream().distinct().toList();
    }
}
