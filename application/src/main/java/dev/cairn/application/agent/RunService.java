package dev.cairn.application.agent;

import dev.cairn.application.conversation.ConversationStores;
import dev.cairn.application.event.EventDispatcher;
import dev.cairn.application.job.Jobs;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.AgentRunRepository;
import dev.cairn.domain.agent.RunStatus;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Use cases of runs. The readers of a conversation see its runs; the owner of an agent sees its runs without their texts. */
public final class RunService {
    /** The longest time for which a cancellation waits until the text so far is stored. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final UnitOfWork work;
    private final AgentStores stores;
    private final ConversationStores conversations;
    private final Jobs jobs;
    private final RunEnding ending;
    private final LiveRuns live;
    private final EventDispatcher followers;

    public RunService(
            UnitOfWork work,
            AgentStores stores,
            ConversationStores conversations,
            Jobs jobs,
            RunEnding ending,
            LiveRuns live,
            EventDispatcher followers) {
        this.work = work;
        this.stores = stores;
        this.conversations = conversations;
        this.jobs = jobs;
        this.ending = ending;
        this.live = live;
        this.followers = followers;
    }

    public AgentRun get(Caller caller, Id<AgentRun> id) {
        Access access = Access.read(caller);
        return work.read(() -> require(access, id));
    }

    private AgentRun require(Access access, Id<AgentRun> id) {
        AgentRun run = stores.runs().require(id);
        try {
            conversations.conversations().require(access, run.conversationId());
        } catch (NotFound e) {
            throw NotFound.of("run", id);
        }
        return run;
    }

    /**
     * Answers runs without their transcripts: those in a conversation that the caller may read, or else those of agents
     * that the caller owns.
     */
    public Page<AgentRun> list(
            Caller caller,
            @Nullable Id<Conversation> conversation,
            @Nullable Id<Agent> agent,
            List<RunStatus> statuses,
            PageRequest page) {
        Access access = Access.read(caller);
        return work.read(() -> {
            if (conversation != null) {
                conversations.conversations().require(access, conversation);
            }
            Id<User> owner = conversation == null ? caller.requireUnlimited().userId() : null;
            return stores.runs()
                    .page(new AgentRunRepository.Filter(conversation, agent, owner, List.copyOf(statuses)), page);
        });
    }

    /**
     * Ends a run with what has come of it (T3, L5). Who may write into the conversation may. One that was cancelled before is answered as
     * it is.
     *
     * @throws Conflict {@code run_ended} when it ended otherwise
     */
    public AgentRun cancel(Caller caller, Id<AgentRun> id) {
        Access access = Access.write(caller);
        boolean stopped = work.read(() -> {
                    requireCancellable(require(access, id));
                    return jobs.find(JobKind.REPLY, id);
                })
                .map(job -> jobs.finish(job, PATIENCE))
                .orElse(false);
        return work.write(caller, act -> {
            AgentRun run = stores.runs().require(id);
            if (run.status().live()) {
                return ending.cancel(act, run);
            }
            return stopped ? run : requireCancellable(run);
        });
    }

    private static AgentRun requireCancellable(AgentRun run) {
        return run.status() == RunStatus.CANCELLED ? run : run.requireLive();
    }

    /**
     * Follows a run, from after a number on that it was told with; 0 for from its beginning. It goes on on any server, also after the end
     * of the run, for as long as the caller's session or token stands and the caller reads the conversation (E9).
     *
     * @throws dev.cairn.domain.error.Unavailable {@code too_many_streams}
     */
    public RunStream follow(Caller caller, Id<AgentRun> id, long after) {
        Id<Conversation> where = get(caller, id).conversationId();
        return new RunStream(
                id, after, live, each -> find(caller, each), () -> reads(caller, where), followers.seat(caller));
    }

    private boolean reads(Caller caller, Id<Conversation> where) {
        Access access = Access.read(caller);
        try {
            return work.read(() ->
                    conversations.conversations().require(access, where).id().equals(where));
        } catch (NotFound _) {
            return false;
        }
    }

    private Optional<AgentRun> find(Caller caller, Id<AgentRun> id) {
        try {
            return Optional.of(get(caller, id));
        } catch (NotFound _) {
            return Optional.empty();
        }
    }
}
