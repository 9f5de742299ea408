package dev.cairn.application.agent;

import dev.cairn.application.project.MemberService;
import dev.cairn.application.project.PlainPart;
import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.agent.AgentRepository;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ModelProviderRepository;
import dev.cairn.domain.project.MemberView;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Exports and imports agents that are members of a project: those of the exporting human, and for the importing human.
 * Agents of others are left out, because their instructions are visible to their owners only (R47).
 */
public record AgentPart(AgentStores stores, AgentService agents, MemberService members)
        implements PlainPart<TravellingAgent> {
    @Override
    public String kind() {
        return "agent";
    }

    @Override
    public Class<TravellingAgent> content() {
        return TravellingAgent.class;
    }

    @Override
    public List<TravellingAgent> exported(Access access, Id<Project> project) {
        Set<Id<User>> all = stores.members().ofEach(List.of(project)).getOrDefault(project, Set.of());
        List<Agent> own = stores.agents().findAmong(all).stream()
                .filter(agent -> agent.ownerId().equals(access.userId()))
                .toList();
        Map<Id<ModelProvider>, String> providers = own.isEmpty() ? Map.of() : providers(access.userId());
        List<TravellingAgent> exported = new ArrayList<>();
        for (Agent agent : own) {
            MemberView member = stores.members().require(project, agent.userId());
            Id<ModelProvider> provider = agent.content().providerId();
            exported.add(new TravellingAgent(
                    member.name(),
                    member.member().role(),
                    provider == null ? null : providers.get(provider),
                    agent.content()));
        }
        return exported;
    }

    private Map<Id<ModelProvider>, String> providers(Id<User> owner) {
        return stores
                .providers()
                .page(new ModelProviderRepository.Filter(owner, null), all(Sort.by(Sort.asc("name"))))
                .items()
                .stream()
                .collect(Collectors.toMap(ModelProvider::id, ModelProvider::name));
    }

    private static PageRequest all(Sort sort) {
        return new PageRequest(PageRequest.LIMIT_MAX, null, sort, false);
    }

    /** Imports an agent, except for a program's token, which must not create agents. */
    @Override
    public boolean imported(Act act, Id<Project> project, TravellingAgent brought) {
        Caller caller = act.caller();
        if (!caller.isPerson() || caller.projectId() != null) {
            return false;
        }
        AgentContent wanted = brought.agent().withProviderId(provider(caller.userId(), brought.provider()));
        Agent known = named(caller.userId(), brought.name()).orElse(null);
        Agent stored = known == null
                ? agents.create(caller, new CreateAgent(UserContent.named(brought.name()), wanted))
                        .agent()
                : agents.update(caller, known.id(), Expected.ANY, _ -> wanted).agent();
        boolean joined = joined(caller, project, stored.userId(), brought.role());
        return joined || !stored.equals(known);
    }

    private @Nullable Id<ModelProvider> provider(Id<User> owner, @Nullable String name) {
        return name == null
                ? null
                : stores
                        .providers()
                        .page(new ModelProviderRepository.Filter(owner, true), all(Sort.by(Sort.asc("name"))))
                        .items()
                        .stream()
                        .filter(provider -> Text.uniqueKey(provider.name()).equals(Text.uniqueKey(name)))
                        .map(ModelProvider::id)
                        .findFirst()
                        .orElse(null);
    }

    private Optional<Agent> named(Id<User> owner, String name) {
        List<Agent> own = stores.agents()
                .page(new AgentRepository.OfOwner(owner), all(Sort.by(Sort.asc("createdAt"))))
                .items();
        Map<Id<User>, String> names = own.isEmpty()
                ? Map.of()
                : stores.users().findAll(own.stream().map(Agent::userId).toList()).stream()
                        .collect(Collectors.toMap(User::id, User::name));
        return own.stream()
                .filter(agent -> name.equals(names.get(agent.userId())))
                .findFirst();
    }

    /** Makes an agent a member, which only the owner of a project may. */
    private boolean joined(Caller caller, Id<Project> project, Id<User> agent, Role role) {
        boolean manages = stores.members()
                .find(project, caller.userId())
                .filter(member -> member.member().role() == Role.OWNER)
                .isPresent();
        boolean there = stores.members()
                .find(project, agent)
                .filter(member -> member.member().role() == role)
                .isPresent();
        if (!manages || there || role == Role.OWNER) {
            return false;
        }
        var _ = members.put(caller, ProjectRef.of(project), agent, role);
        return true;
    }
}
