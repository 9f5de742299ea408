package dev.cairn.application;

import dev.cairn.application.activity.ActivityService;
import dev.cairn.application.activity.RetentionService;
import dev.cairn.application.artifact.ArtifactService;
import dev.cairn.application.artifact.ArtifactStores;
import dev.cairn.application.artifact.GenerationService;
import dev.cairn.application.collected.CollectedService;
import dev.cairn.application.conversation.ConversationService;
import dev.cairn.application.conversation.ConversationStores;
import dev.cairn.application.idempotency.IdempotencyService;
import dev.cairn.application.interchange.ExportService;
import dev.cairn.application.interchange.ImportService;
import dev.cairn.application.interchange.ImportStores;
import dev.cairn.application.overview.OverviewService;
import dev.cairn.application.project.Departure;
import dev.cairn.application.project.MemberService;
import dev.cairn.application.project.ProjectOpening;
import dev.cairn.application.project.ProjectPart;
import dev.cairn.application.project.ProjectService;
import dev.cairn.application.queue.ClaimService;
import dev.cairn.application.queue.ItemFlow;
import dev.cairn.application.queue.QueueItemService;
import dev.cairn.application.queue.QueueObserver;
import dev.cairn.application.queue.QueuePart;
import dev.cairn.application.queue.QueueService;
import dev.cairn.application.queue.QueueStores;
import dev.cairn.application.queue.ReadyClaimService;
import dev.cairn.application.queue.SweepService;
import dev.cairn.application.queue.WorkOfMembers;
import dev.cairn.application.search.SearchService;
import dev.cairn.application.ticket.CommentService;
import dev.cairn.application.ticket.ImportedMoves;
import dev.cairn.application.ticket.LinkService;
import dev.cairn.application.ticket.ReadyService;
import dev.cairn.application.ticket.SubjectObserver;
import dev.cairn.application.ticket.TaskService;
import dev.cairn.application.ticket.TicketFlow;
import dev.cairn.application.ticket.TicketPart;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.user.LocalOwner;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.setting.SettingRepository;
import java.util.List;

/** All use cases; the server and the library are both wired by {@link #of}. */
public record CairnServices(
        LocalOwner localOwner,
        ProjectService projects,
        OverviewService overviews,
        CollectedService collected,
        ArtifactService artifacts,
        GenerationService generation,
        MemberService members,
        ConversationService conversations,
        TicketService tickets,
        ReadyService ready,
        TaskService tasks,
        CommentService comments,
        LinkService links,
        QueueService queues,
        QueueItemService items,
        ClaimService claims,
        ReadyClaimService readyClaims,
        SweepService sweeper,
        ActivityService activity,
        RetentionService retention,
        SearchService search,
        ImportService imports,
        ExportService exports,
        IdempotencyService idempotency,
        PeopleServices people) {

    public static CairnServices of(Ports ports) {
        Ports.Foundation base = ports.foundation();
        Ports.Stores s = ports.stores();
        UnitOfWork work = new UnitOfWork(base.transactions(), base.clock(), base.ids(), s.activity());
        SettingRepository settings = ports.people().settings();
        TicketStores tickets =
                new TicketStores(s.projects(), s.members(), s.tickets(), s.tasks(), s.comments(), s.links());
        QueueStores queues = new QueueStores(s.queues(), s.items(), s.claims(), base.locks());
        ArtifactStores artifacts = new ArtifactStores(s.projects(), s.artifacts(), s.revisions(), s.collected());
        ConversationStores talk = new ConversationStores(s.projects(), s.conversations(), s.messages());
        ImportStores imports =
                new ImportStores(tickets, s.queues(), s.items(), artifacts, talk, settings, s.aliases(), s.stagings());
        SubjectObserver observer = new QueueObserver(queues);
        TicketFlow ticketFlow = new TicketFlow(tickets, settings, observer);
        LocalOwner owner = new LocalOwner(base.transactions(), s.users(), settings, base.ids(), base.clock());
        ItemFlow itemFlow = new ItemFlow(queues, tickets, ticketFlow);
        ClaimService claims = new ClaimService(work, queues, tickets, itemFlow, base.jitter());
        return new CairnServices(
                owner,
                new ProjectService(
                        work,
                        s.projects(),
                        new ProjectOpening(s.members(), s.users(), talk),
                        settings,
                        List.of(
                                new QueuePart(queues, itemFlow),
                                new TicketPart(tickets),
                                ProjectPart.of(s.artifacts()),
                                ProjectPart.of(s.conversations()))),
                new OverviewService(work, s.projects(), s.overviews()),
                new CollectedService(work, s.projects(), s.collected()),
                new ArtifactService(work, artifacts),
                new GenerationService(work, artifacts),
                new MemberService(
                        work,
                        s.projects(),
                        s.members(),
                        s.users(),
                        new Departure(
                                s.members(), s.users(), ports.people().tokens(), new WorkOfMembers(queues, itemFlow))),
                new ConversationService(work, talk),
                new TicketService(work, tickets, ticketFlow, observer),
                new ReadyService(work, tickets),
                new TaskService(work, tickets, ticketFlow),
                new CommentService(work, tickets, ticketFlow),
                new LinkService(work, tickets, ticketFlow),
                new QueueService(work, s.projects(), queues, itemFlow),
                new QueueItemService(work, queues, tickets, itemFlow),
                claims,
                new ReadyClaimService(work, queues, tickets, itemFlow, claims),
                new SweepService(work, queues, itemFlow),
                new ActivityService(work, s.activity(), s.projects()),
                new RetentionService(work, s.activity(), settings),
                new SearchService(work, s.search(), s.projects()),
                new ImportService(
                        work,
                        imports,
                        new ImportedMoves(tickets, observer),
                        ports.files().formats()),
                new ExportService(work, imports, ports.files().exportWriter()),
                new IdempotencyService(base.transactions(), s.idempotency(), base.clock()),
                PeopleServices.of(work, s, ports.people(), owner));
    }
}
