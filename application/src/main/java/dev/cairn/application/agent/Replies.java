package dev.cairn.application.agent;

import dev.cairn.application.conversation.ConversationStores;
import dev.cairn.application.job.Jobs;
import dev.cairn.application.work.Act;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.RunError;
import dev.cairn.domain.agent.RunStatus;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Begins runs of agents, inside the transaction of the message that they answer (R44, L20). */
public record Replies(AgentStores stores, ConversationStores conversations, Jobs jobs, Budget budget) {
    /**
     * Begins an answer of each agent that a message concerns. A human's message concerns the participating agents, in a
     * channel the mentioned ones; an agent's message concerns the agents that it mentions. No agent answers itself.
     *
     * @param depth the number of agents that asked one another before
     */
    List<AgentRun> concerned(Act act, Conversation conversation, Message message, int depth) {
        if (depth >= AgentRun.DEPTH_MAX) {
            return List.of();
        }
        List<Agent> present = present(conversation).stream()
                .filter(agent -> !agent.userId().equals(message.authorId()))
                .toList();
        boolean called = depth > 0 || conversation.kind() == ConversationKind.CHANNEL;
        List<Agent> asked = called && !message.content().contains("@") ? List.of() : present;
        Map<Id<User>, User> users = users(asked);
        List<String> names = users.values().stream().map(User::name).toList();
        List<Agent> wanted = asked.stream()
                .filter(agent -> !called || calls(message, agent, users.get(agent.userId()), names))
                .toList();
        return able(conversation, wanted, users).stream()
                .map(agent -> begin(act, agent, conversation, message.id(), depth))
                .toList();
    }

    private static boolean calls(Message message, Agent agent, @Nullable User user, List<String> names) {
        return user != null
                && Mentions.call(message.content(), user.name(), agent.id().toString(), names);
    }

    /** Finds an active agent that may answer in this conversation. */
    Optional<Agent> find(Conversation conversation, Id<Agent> id) {
        List<Agent> asked = present(conversation).stream()
                .filter(agent -> agent.id().equals(id))
                .toList();
        return able(conversation, asked, users(asked)).stream().findFirst();
    }

    /** Returns the error that keeps a participating agent from beginning an answer now; empty when there is none. */
    Optional<RunError> refusal(Act act, Agent agent, @Nullable Id<Project> project) {
        return provider(agent).isEmpty() ? Optional.of(noProvider()) : budget.refusal(agent, project, act.now());
    }

    private static RunError noProvider() {
        return RunError.of(
                ErrorCode.NO_PROVIDER,
                "Nobody provides a model for the agent: give it an active provider, or make one of its owner's the default");
    }

    /** Returns the provider of the agent's model: the named one if it is active, else the owner's default if none is named. */
    Optional<ModelProvider> provider(Agent agent) {
        Id<ModelProvider> named = agent.content().providerId();
        return named == null
                ? stores.providers().findDefault(agent.ownerId())
                : stores.providers().find(agent.ownerId(), named).filter(ModelProvider::active);
    }

    /** Begins a run; one that cannot start is stored as failed with its error. */
    AgentRun begin(Act act, Agent agent, Conversation conversation, @Nullable Id<Message> trigger, int depth) {
        AgentRun run = AgentRun.queued(act.newId(), agent, conversation, trigger, depth, act.now());
        Optional<RunError> refusal = refusal(act, agent, conversation.projectId());
        AgentRun begun = refusal.map(why -> run.end(RunStatus.FAILED, null, why, act.now()))
                .orElse(run);
        stores.runs().insert(begun);
        if (refusal.isEmpty()) {
            jobs.add(
                    act,
                    JobKind.REPLY,
                    run.id(),
                    provider(agent).map(ModelProvider::id).orElse(null));
        }
        act.record(ActivityType.RUN_CREATED, begun.projectId(), begun.id())
                .within(conversation.id())
                .with("agent", agent.id().toString())
                .with("status", Wire.of(begun.status()));
        return begun;
    }

    /** Returns the agents that a message may concern: in a channel the members of its project, else the participants. */
    private List<Agent> present(Conversation conversation) {
        Id<Project> project = conversation.projectId();
        Collection<Id<User>> users = conversation.kind() == ConversationKind.CHANNEL && project != null
                ? stores.members().ofEach(List.of(project)).getOrDefault(project, Set.of())
                : conversations.participants().findPresent(conversation.id()).stream()
                        .map(each -> each.participant().userId())
                        .toList();
        return stores.agents().findAmong(users);
    }

    private Map<Id<User>, User> users(List<Agent> agents) {
        return agents.isEmpty()
                ? Map.of()
                : stores.users().findAll(agents.stream().map(Agent::userId).toList()).stream()
                        .collect(Collectors.toMap(User::id, Function.identity()));
    }

    /**
     * Returns the active agents that may answer here: in a project those that may write, else those whose owner is
     * alone with them (R47).
     */
    private List<Agent> able(Conversation conversation, List<Agent> agents, Map<Id<User>, User> users) {
        List<Agent> active = agents.stream()
                .filter(agent -> isActive(users.get(agent.userId())))
                .toList();
        Id<Project> project = conversation.projectId();
        if (active.isEmpty()) {
            return active;
        }
        if (project == null) {
            return amongTheirOwn(conversation.id(), active);
        }
        Set<Id<User>> writers = stores.members()
                .writersAmong(project, active.stream().map(Agent::userId).toList());
        return active.stream().filter(agent -> writers.contains(agent.userId())).toList();
    }

    private static boolean isActive(@Nullable User user) {
        return user != null && user.active();
    }

    /** Whether the only participants are the agent's owner and agents of that owner. */
    boolean amongItsOwn(Id<Conversation> conversation, Agent agent) {
        return !amongTheirOwn(conversation, List.of(agent)).isEmpty();
    }

    /**
     * Returns the agents in whose conversation only their owner and agents of that owner take part. Outside of projects
     * their tools reach all projects of which they are members, and their owner pays, so that they answer nobody else
     * there.
     */
    private List<Agent> amongTheirOwn(Id<Conversation> conversation, List<Agent> agents) {
        Set<Id<User>> responsible = conversations.participants().findResponsible(conversation);
        return agents.stream()
                .filter(agent -> responsible.stream().allMatch(agent.ownerId()::equals))
                .toList();
    }
}
