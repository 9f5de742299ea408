package dev.cairn.application.agent;

import dev.cairn.application.conversation.ConversationStores;
import dev.cairn.application.conversation.Talk;
import dev.cairn.application.memory.Recall;
import dev.cairn.application.selection.SelectedFile;
import dev.cairn.application.selection.SelectionService;
import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.RunError;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.Price;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.ClaimFilter;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Credential;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers, in the transaction that begins an attempt, what an agent needs to answer, or the reason why it cannot. */
public record Preparation(
        AgentStores stores,
        ConversationStores conversations,
        Talk talk,
        Replies replies,
        Recall recall,
        SelectionService selections) {
    /** The number of last messages that are read. */
    private static final int MESSAGES_MAX = 200;

    /** The result of the preparation. */
    sealed interface Begun {
        /**
         * The attempt can begin.
         *
         * @param caller on whose behalf tools are called
         */
        record Ready(AgentRun run, ModelProvider provider, Brief brief, Caller caller) implements Begun {
            @Nullable
            Price price() {
                return brief.agent().content().modelConfig().priceAt(provider.content());
            }
        }

        /** The run cannot succeed, now or later. */
        record Refused(RunError error) implements Begun {}

        /** The run has ended or is gone. */
        record Over() implements Begun {}
    }

    Begun begin(Act act, Job job) {
        AgentRun run = stores.runs().find(new Id<>(job.subjectId().value())).orElse(null);
        if (run == null || !run.status().live()) {
            return new Begun.Over();
        }
        AgentRun begun = run.begin(job.attempts(), act.now());
        stores.runs().update(begun);
        Agent agent = stores.agents().find(run.agentId()).orElse(null);
        User user = agent == null ? null : stores.users().find(agent.userId()).orElse(null);
        if (agent == null || user == null || !user.active()) {
            return refused(ErrorCode.ALREADY_DEACTIVATED, "The agent is not active any more");
        }
        if (run.projectId() == null && !replies.amongItsOwn(run.conversationId(), agent)) {
            return refused(
                    ErrorCode.NOT_YOURS, "Outside of projects an agent answers its owner alone, and others take part");
        }
        Optional<RunError> refusal = replies.refusal(act, agent, run.projectId());
        if (refusal.isPresent()) {
            return new Begun.Refused(refusal.get());
        }
        ModelProvider provider = replies.provider(agent).orElseThrow();
        try {
            talk.requireWritable(Access.write(Caller.of(user)), run.conversationId());
            Brief brief = brief(agent, user, run.conversationId(), asker(run), act.now());
            recall.told(brief.memories(), act.now());
            return new Begun.Ready(
                    under(begun, brief.assignment()), provider, brief, caller(agent, user, begun.projectId()));
        } catch (Unavailable e) {
            throw e;
        } catch (DomainError e) {
            return new Begun.Refused(new RunError(e.code().wire(), e.reason()));
        }
    }

    private @Nullable Id<User> asker(AgentRun run) {
        return Optional.ofNullable(run.triggerId())
                .flatMap(trigger -> conversations.messages().findIn(run.conversationId(), trigger))
                .map(Message::authorId)
                .orElse(null);
    }

    /** Stores the claim of the assignment in the run. */
    private AgentRun under(AgentRun run, @Nullable Assignment assignment) {
        if (assignment == null) {
            return run;
        }
        AgentRun claimed = run.withClaimId(assignment.claim().id());
        stores.runs().update(claimed);
        return claimed;
    }

    private static Begun.Refused refused(ErrorCode code, String detail) {
        return new Begun.Refused(RunError.of(code, detail));
    }

    /** Checks that a caller who wants to see an agent's prompt in a conversation may read the conversation. */
    void requireReader(Access access, @Nullable Id<Conversation> conversation) {
        if (conversation != null) {
            conversations.conversations().require(access, conversation);
        }
    }

    /** Makes the agent's brief for a conversation, as this asker would get it; without a conversation when {@code id} is null. */
    Brief brief(Agent agent, User user, @Nullable Id<Conversation> id, @Nullable Id<User> asker, Instant now) {
        Conversation conversation =
                id == null ? null : conversations.conversations().require(Access.read(Caller.of(user)), id);
        Id<Project> project = conversation == null ? null : conversation.projectId();
        Assignment assignment = project == null ? null : assignment(user, project);
        ChosenFiles files = project == null ? ChosenFiles.NONE : chosen(user, asker, project);
        List<Message> messages = conversation == null ? List.of() : lastOf(conversation);
        List<Memory> memories = recall.forAgent(agent, conversation, messages, now);
        return new Brief(agent, user.name(), conversation, assignment, files, messages, memories);
    }

    /** Returns the newest work that the agent holds in the project; readers of the conversation may read the ticket, too. */
    private @Nullable Assignment assignment(User user, Id<Project> project) {
        Access access = Access.read(Caller.of(user));
        ClaimFilter held = new ClaimFilter(project, null, null, user.id(), false);
        return stores
                .claims()
                .page(access, held, new PageRequest(1, null, ClaimRepository.NEWEST, false))
                .items()
                .stream()
                .map(claim -> new Assignment(
                        claim.claim(),
                        claim.taskId(),
                        stores.tickets().requireWithTasks(access, TicketRef.of(claim.ticketId()))))
                .findFirst()
                .orElse(null);
    }

    private ChosenFiles chosen(User user, @Nullable Id<User> asker, Id<Project> project) {
        return new ChosenFiles(Stream.of(user.id(), asker)
                .filter(Objects::nonNull)
                .flatMap(each -> selections.of(each, project).stream())
                .map(SelectedFile::file)
                .distinct()
                .toList());
    }

    private List<Message> lastOf(Conversation conversation) {
        return conversations
                .messages()
                .page(
                        new MessageRepository.OfConversation(conversation.id()),
                        new PageRequest(MESSAGES_MAX, null, MessageRepository.BACKWARDS, false))
                .items()
                .reversed();
    }

    /**
     * Returns the caller for tools: with the scopes that the owner gave the agent, in the conversation's project
     * only; outside of projects in all projects of which it is a member, because there it answers its owner alone (R47).
     */
    static Caller caller(Agent agent, User user, @Nullable Id<?> project) {
        Set<Scope> scopes = Scope.set(
                agent.content().scopes().isEmpty()
                        ? Set.of(Scope.READ)
                        : agent.content().scopes());
        return new Caller(user.id(), user.name(), user.systemRole(), scopes, project, new Credential.Local());
    }
}
