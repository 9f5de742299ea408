package dev.cairn.application.agent;

import dev.cairn.domain.access.Role;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.user.User;
import org.jspecify.annotations.Nullable;

/**
 * An agent that is a member of a project, as it travels: without its provider's secret, and with nothing of what it did.
 *
 * @param role in the project
 * @param provider the name of its provider; whoever imports it has one of that name or not; null for the default
 */
public record TravellingAgent(
        String name, Role role, @Nullable String provider, AgentContent agent) implements Named {
    public TravellingAgent {
        name = Text.of("name", name, 1, User.NAME_MAX);
        provider = Text.optional("provider", provider, ProviderContent.NAME_MAX);
        agent = agent.withProviderId(null);
    }
}
