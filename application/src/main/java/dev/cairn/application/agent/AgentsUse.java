package dev.cairn.application.agent;

import dev.cairn.application.model.ProviderUse;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserRepository;
import java.util.List;

/** Finds the agents that use a provider, by name (R46). */
public record AgentsUse(AgentRepository agents, UserRepository users) implements ProviderUse {
    private static final int NAMED_MAX = 20;

    @Override
    public List<String> active(Id<ModelProvider> provider) {
        return names(agents.findActiveWith(provider));
    }

    @Override
    public List<String> any(Id<ModelProvider> provider) {
        return names(agents.findWith(provider));
    }

    private List<String> names(List<Agent> some) {
        List<Id<User>> ids = some.stream().limit(NAMED_MAX).map(Agent::userId).toList();
        return ids.isEmpty()
                ? List.of()
                : users.findAll(ids).stream().map(User::name).sorted().toList();
    }
}
