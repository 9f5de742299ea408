package dev.cairn.application.agent;

import dev.cairn.application.model.Question;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.application.user.UserService;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.agent.AgentRepository;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases of agents. The owner of an agent sees and edits it; for all others it is a user, and here {@code not_found}. */
public final class AgentService {
    private final UnitOfWork work;
    private final AgentStores stores;
    private final UserService users;
    private final RunEnding ending;
    private final Preparation preparation;
    private final AgentTools tools;

    public AgentService(
            UnitOfWork work,
            AgentStores stores,
            UserService users,
            RunEnding ending,
            Preparation preparation,
            AgentTools tools) {
        this.work = work;
        this.stores = stores;
        this.users = users;
        this.ending = ending;
        this.preparation = preparation;
        this.tools = tools;
    }

    /**
     * Creates an agent with its user in one transaction (R47).
     *
     * @throws Invalid {@code unknown_value} for a provider that is not the caller's and active; {@code too_many} beyond
     *     {@value Agent#PER_OWNER_MAX}
     */
    public ShownAgent create(Caller caller, CreateAgent command) {
        caller.require(Scope.WRITE).requireUnlimited().requirePerson();
        return work.write(caller, act -> {
            requireProvider(caller, command.content().providerId());
            if (stores.agents().count(caller.userId()) >= Agent.PER_OWNER_MAX) {
                throw Invalid.of(
                        ErrorCode.TOO_MANY,
                        "agents",
                        "One person has at most %d agents".formatted(Agent.PER_OWNER_MAX));
            }
            User user = users.createAgent(caller, command.user());
            Agent agent = stores.agents().insert(Agent.of(user, command.content(), act.now()));
            act.record(ActivityType.AGENT_CREATED, agent);
            return new ShownAgent(agent, user, false);
        });
    }

    public Page<ShownAgent> list(Caller caller, PageRequest request) {
        caller.require(Scope.READ).requireUnlimited();
        return work.read(() -> {
            Page<Agent> page = stores.agents().page(new AgentRepository.OfOwner(caller.userId()), request);
            return new Page<>(shown(page.items()), page.nextCursor(), page.total());
        });
    }

    public ShownAgent get(Caller caller, Id<Agent> id) {
        caller.require(Scope.READ).requireUnlimited();
        return work.read(() -> shown(stores.agents().require(caller.userId(), id)));
    }

    /**
     * Answers what the agent would be told now, in a conversation or in none, without asking a model (T1).
     *
     * @throws NotFound {@code not_found} for a conversation that the agent does not read
     */
    public Question preview(Caller caller, Id<Agent> id, @Nullable Id<Conversation> conversation) {
        caller.require(Scope.READ).requireUnlimited();
        Access access = Access.read(caller);
        return work.read(() -> {
            Agent agent = stores.agents().require(caller.userId(), id);
            User user = stores.users().require(agent.userId());
            preparation.requireReader(access, conversation);
            Brief brief = preparation.brief(agent, user, conversation, caller.userId(), work.now());
            Conversation where = brief.conversation();
            return Prompt.of(
                    brief, tools.offers(Preparation.caller(agent, user, where == null ? null : where.projectId())));
        });
    }

    /** Edits an agent; its name and picture are edited as those of its user. */
    public ShownAgent update(Caller caller, Id<Agent> id, Expected expected, Edit<AgentContent> edit) {
        return change(caller, id, expected, (agent, act) -> {
            AgentContent wanted = edit.of(agent.content());
            if (wanted.providerId() != null
                    && !wanted.providerId().equals(agent.content().providerId())) {
                requireProvider(caller, wanted.providerId());
            }
            return agent.edit(wanted, act.now());
        });
    }

    /** Activates an agent. Conflict {@code not_deactivated}. */
    public ShownAgent activate(Caller caller, Id<Agent> id, Expected expected) {
        return change(caller, id, expected, (agent, act) -> {
            requireProvider(caller, agent.content().providerId());
            users.reactivate(caller, agent.userId(), Expected.ANY);
            return agent.touched(act.now());
        });
    }

    /** Deactivates an agent and its user; its running answers end. Conflict {@code already_deactivated}. */
    public ShownAgent deactivate(Caller caller, Id<Agent> id, Expected expected) {
        return change(caller, id, expected, (agent, act) -> {
            users.deactivate(caller, agent.userId(), Expected.ANY, OwnedProjects.REFUSE);
            cancelAll(act, agent);
            return agent.touched(act.now());
        });
    }

    /** Deletes an agent; its user stays, deactivated, as the author of its messages. */
    public void delete(Caller caller, Id<Agent> id, Expected expected) {
        caller.require(Scope.WRITE).requireUnlimited().requirePerson();
        work.write(caller, act -> {
            Agent agent = stores.agents().require(caller.userId(), id);
            expected.check(agent.lifecycle());
            if (stores.users().require(agent.userId()).active()) {
                users.deactivate(caller, agent.userId(), Expected.ANY, OwnedProjects.REFUSE);
            }
            cancelAll(act, agent);
            Agent deleted = stores.agents().update(agent.delete(act.newDeletion()));
            act.record(ActivityType.AGENT_DELETED, deleted);
            return deleted;
        });
    }

    private void cancelAll(Act act, Agent agent) {
        ending.cancelAll(act, List.of(agent.userId()));
    }

    private ShownAgent change(Caller caller, Id<Agent> id, Expected expected, BiFunction<Agent, Act, Agent> change) {
        caller.require(Scope.WRITE).requireUnlimited().requirePerson();
        return work.write(caller, act -> {
            Agent agent = stores.agents().require(caller.userId(), id);
            expected.check(agent.lifecycle());
            Agent wanted = change.apply(agent, act);
            if (wanted.equals(agent)) {
                return shown(agent);
            }
            Agent stored = stores.agents().update(wanted);
            act.record(ActivityType.AGENT_UPDATED, stored).changed(Difference.between(agent, stored));
            return shown(stored);
        });
    }

    private void requireProvider(Caller caller, @Nullable Id<ModelProvider> provider) {
        if (provider != null
                && stores.providers()
                        .find(caller.userId(), provider)
                        .filter(ModelProvider::active)
                        .isEmpty()) {
            throw Invalid.of(
                    ErrorCode.UNKNOWN_VALUE,
                    "providerId",
                    "%s is no active provider of yours: see GET /providers".formatted(provider));
        }
    }

    private ShownAgent shown(Agent agent) {
        return shown(List.of(agent)).getFirst();
    }

    private List<ShownAgent> shown(List<Agent> agents) {
        Map<Id<User>, User> known = stores
                .users()
                .findAll(agents.stream().map(Agent::userId).toList())
                .stream()
                .collect(Collectors.toMap(User::id, Function.identity()));
        Set<Id<Agent>> busy =
                stores.runs().busyAmong(agents.stream().map(Agent::id).toList());
        return agents.stream()
                .map(agent -> {
                    User user = known.get(agent.userId());
                    if (user == null) {
                        throw NotFound.of("user", agent.userId());
                    }
                    return new ShownAgent(agent, user, busy.contains(agent.id()));
                })
                .toList();
    }
}
