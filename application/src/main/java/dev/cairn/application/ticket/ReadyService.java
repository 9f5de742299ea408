package dev.cairn.application.ticket;

import dev.cairn.application.ticket.ReadyTicket.Code;
import dev.cairn.application.ticket.ReadyTicket.Reason;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.WaitsFor;
import dev.cairn.domain.user.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ready list: what can be worked on next, without a queue (Q15). */
public final class ReadyService {
    private final UnitOfWork work;
    private final TicketStores stores;

    public ReadyService(UnitOfWork work, TicketStores stores) {
        this.work = work;
        this.stores = stores;
    }

    /**
     * Answers tickets in claim order.
     *
     * @param includeBlocked also the unfinished ones that are not ready, with the reasons
     */
    public Page<ReadyTicket> list(
            Caller caller, ProjectRef ref, boolean includeBlocked, int limit, @Nullable String cursor) {
        PageRequest request = new PageRequest(limit, cursor, TicketRepository.CLAIM_ORDER, false);
        return work.read(() -> {
            Id<Project> project =
                    stores.projects().require(Access.read(caller), ref).id();
            Page<TicketSummary> page =
                    stores.tickets().page(includeBlocked ? unfinished(project) : TicketFilter.ready(project), request);
            if (!includeBlocked) {
                return page.map(ticket -> entry(ticket, List.of()));
            }
            List<Id<Ticket>> ids = page.items().stream().map(TicketSummary::id).toList();
            Map<Id<Ticket>, List<WaitsFor>> waits =
                    stores.links().findWaits(ids).stream().collect(Collectors.groupingBy(WaitsFor::ticketId));
            return page.map(ticket -> entry(ticket, waits.getOrDefault(ticket.id(), List.of())));
        });
    }

    private static TicketFilter unfinished(Id<Project> project) {
        return new TicketFilter(
                project,
                List.of(TicketStatus.OPEN, TicketStatus.IN_PROGRESS, TicketStatus.REVIEW, TicketStatus.BLOCKED),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Archived.NO,
                null,
                false);
    }

    private static ReadyTicket entry(TicketSummary ticket, List<WaitsFor> waits) {
        List<Reason> reasons = new ArrayList<>();
        waits.forEach(wait -> reasons.add(new Reason(code(wait.kind()), wait.otherKey(), wait.via())));
        if (ticket.claimed()) {
            reasons.add(new Reason(Code.CLAIMED, null, null));
        }
        if (ticket.status() != TicketStatus.OPEN) {
            reasons.add(new Reason(Code.STATUS, null, null));
        }
        return new ReadyTicket(ticket, reasons.isEmpty(), reasons);
    }

    private static Code code(WaitsFor.Kind kind) {
        return switch (kind) {
            case BLOCKED_BY, TASK -> Code.BLOCKED_BY;
            case OPEN_CHILD -> Code.OPEN_CHILD;
        };
    }
}
