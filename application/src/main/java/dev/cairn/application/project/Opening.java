package dev.cairn.application.project;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.user.User;
import java.util.List;

/**
 * The optional parts of a new project, besides its default channel (R19).
 *
 * @param intake whether there is a chat that collects what the project needs
 * @param agents who work in it from the beginning, as editors; at most {@value #AGENTS_MAX}
 */
public record Opening(boolean intake, List<Id<User>> agents) {
    public static final int AGENTS_MAX = 100;
    public static final Opening PLAIN = new Opening(false, List.of());

    public Opening {
        agents = Limits.count("agents", agents, AGENTS_MAX).stream().distinct().toList();
    }
}
