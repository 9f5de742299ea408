package dev.cairn.usecase;

import dev.cairn.Cairn;
import dev.cairn.application.agent.CreateAgent;
import dev.cairn.application.agent.ShownAgent;
import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.model.NewProvider;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.util.List;

/**
 * A project of its own with the things that raced operations meet at.
 *
 * @param ticket the one that is raced about, in the state of {@link State}
 * @param other stands beside it, is not queued, and waits for nothing
 * @param deleted a deleted ticket
 * @param item the item of {@code ticket} where it is queued, or else of a spare ticket
 * @param claim the claim on {@code ticket} where it is held, or else on the spare one
 * @param cancelled the item of the deleted ticket
 * @param channel a channel in which something was said
 * @param agent may answer there
 * @param run its answer there, which has not ended
 */
record RacedWorld(
        Cairn cairn,
        Caller owner,
        ProjectRef project,
        TicketRef ticket,
        List<Id<Task>> tasks,
        TicketRef other,
        TicketRef deleted,
        Id<Queue> queue,
        Id<QueueItem> item,
        Claimed claim,
        Id<QueueItem> cancelled,
        Id<Conversation> channel,
        Id<Agent> agent,
        Id<AgentRun> run) {
    private static final int LETTERS = 26;
    private static final int LEASE_SECONDS = 60;

    /** How far the raced ticket is. */
    enum State {
        IDLE,
        QUEUED,
        GROUPED,
        HELD,
        LATE
    }

    /** @param number makes its key */
    static RacedWorld make(Cairn cairn, MutableClock clock, int number, State state) {
        Caller owner = cairn.owner();
        ProjectRef project = ProjectRef.parse(key(number));
        cairn.projects().create(owner, CreateProject.of(key(number), key(number)));
        List<TicketWithTasks> tickets = cairn.tickets()
                .createAll(owner, project, List.of(titled("ticket"), titled("other"), titled("gone"), titled("spare")));
        TicketRef ticket = ref(tickets.get(0));
        TicketRef gone = ref(tickets.get(2));
        Queue queue = cairn.queues()
                .create(
                        owner,
                        project,
                        QueueContent.named("q").withMaxParallel(2).withLeaseSeconds(LEASE_SECONDS));
        boolean held = state == State.HELD || state == State.LATE;
        List<Id<QueueItem>> items = enqueue(
                cairn, queue, EnqueueItem.ticket(gone), EnqueueItem.ticket(held ? ticket : ref(tickets.get(3))));
        cairn.tickets().delete(owner, gone, Expected.ANY);
        Claimed claim = (Claimed) cairn.claims().claim(owner, queue.id(), ClaimRequest.DEFAULT);
        Id<QueueItem> item = switch (state) {
            case IDLE, HELD, LATE -> items.get(1);
            case QUEUED -> enqueue(cairn, queue, EnqueueItem.ticket(ticket)).getFirst();
            case GROUPED ->
                enqueue(cairn, queue, new EnqueueItem(ticket, null, null, null, true, false))
                        .getFirst();
        };
        if (state == State.LATE) {
            clock.advance(Duration.ofSeconds(LEASE_SECONDS + 1));
        }
        Id<Conversation> channel = channel(cairn, project);
        Id<Agent> agent = agent(cairn);
        cairn.members().put(owner, project, new Id<>(agent.value()), Role.EDITOR);
        return new RacedWorld(
                cairn,
                owner,
                project,
                ticket,
                tickets.get(0).tasks().stream().map(Task::id).toList(),
                ref(tickets.get(1)),
                gone,
                queue.id(),
                item,
                claim,
                items.getFirst(),
                channel,
                agent,
                cairn.replies().request(owner, channel, agent).id());
    }

    /** One for all worlds: it is asked, and never says anything. */
    private static Id<Agent> agent(Cairn cairn) {
        return cairn.agents().list(cairn.owner(), PageRequest.first(Sort.by(Sort.asc("createdAt")))).items().stream()
                .findFirst()
                .orElseGet(() -> created(cairn))
                .agent()
                .id();
    }

    private static ShownAgent created(Cairn cairn) {
        ProviderContent silent = new ProviderContent(
                "Silent", ProviderType.CUSTOM, new BaseUrl("http://127.0.0.1:9"), "none", null, null);
        cairn.providers().create(cairn.owner(), new NewProvider(silent, null, true));
        return cairn.agents().create(cairn.owner(), CreateAgent.of("Ada", "helper"));
    }

    /** With something said in it. */
    private static Id<Conversation> channel(Cairn cairn, ProjectRef project) {
        Id<Conversation> channel = cairn.conversations()
                .create(cairn.owner(), project, CreateConversation.channel("work"))
                .conversation()
                .id();
        cairn.messages().post(cairn.owner(), channel, PostMessage.of("words"));
        return channel;
    }

    private static CreateTicket titled(String title) {
        return new CreateTicket(
                TicketContent.titled(title), List.of(TaskDraft.of("a"), TaskDraft.of("b"), TaskDraft.of("c")));
    }

    private static TicketRef ref(TicketWithTasks ticket) {
        return TicketRef.of(ticket.ticket().id());
    }

    private static List<Id<QueueItem>> enqueue(Cairn cairn, Queue queue, EnqueueItem... items) {
        return cairn.items().enqueue(cairn.owner(), queue.id(), List.of(items)).stream()
                .map(view -> view.item().id())
                .toList();
    }

    private static String key(int number) {
        StringBuilder key = new StringBuilder("R");
        for (int rest = number, i = 0; i < 4; i++, rest /= LETTERS) {
            key.append((char) ('A' + rest % LETTERS));
        }
        return key.toString();
    }
}
