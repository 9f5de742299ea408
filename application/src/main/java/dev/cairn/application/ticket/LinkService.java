package dev.cairn.application.ticket;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.Entry;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.LinkedTicket;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketLink;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Use cases of links between tickets. A link raises the version of both its tickets (R32). */
public final class LinkService {
    private final UnitOfWork work;
    private final TicketStores stores;
    private final TicketFlow flow;

    public LinkService(UnitOfWork work, TicketStores stores, TicketFlow flow) {
        this.work = work;
        this.stores = stores;
        this.flow = flow;
    }

    /**
     * Links two tickets; putting a link that is there already changes nothing. Conflicts: {@code link_cycle},
     * {@code other_project} (R30).
     */
    public void put(Caller caller, TicketRef from, LinkKind kind, TicketRef to) {
        work.write(caller, act -> {
            Ends ends = ends(Access.write(caller), from, kind, to);
            if (kind == LinkKind.BLOCKS) {
                requireAcyclic(ends);
            }
            return stores.links().insert(ends.link()) && touched(act, ActivityType.LINK_CREATED, ends);
        });
    }

    /** @throws NotFound when there is no such link */
    public void delete(Caller caller, TicketRef from, LinkKind kind, TicketRef to) {
        work.write(caller, act -> {
            Ends ends = ends(Access.write(caller), from, kind, to);
            if (!stores.links().delete(ends.link())) {
                throw NotFound.of("link", "%s %s %s".formatted(from, Wire.of(kind), to));
            }
            return touched(act, ActivityType.LINK_DELETED, ends);
        });
    }

    /** Answers all links of a ticket with live tickets that the caller may see, in both directions. */
    public List<LinkedTicket> list(Caller caller, TicketRef ref) {
        Access access = Access.read(caller);
        return work.read(() -> stores.links()
                .findByTicket(access, stores.tickets().require(access, ref).id()));
    }

    /**
     * Answers a page of {@link #list(Caller, TicketRef)}: at most {@code limit} links, from behind the last of an
     * earlier page.
     */
    public Page<LinkedTicket> page(Caller caller, TicketRef ref, int limit, @Nullable String cursor) {
        Limits.range("limit", limit, 1, PageRequest.LIMIT_MAX);
        Access access = Access.read(caller);
        return work.read(() -> {
            Id<Ticket> ticket = stores.tickets().require(access, ref).id();
            return LinkCursor.page(ticket, stores.links().findByTicket(access, ticket), limit, cursor);
        });
    }

    private Ends ends(Access access, TicketRef from, LinkKind kind, TicketRef to) {
        Ticket source = flow.requireWritable(access, from);
        Ticket target = flow.requireWritable(access, to);
        return new Ends(source, target, new TicketLink(source.id(), target.id(), kind));
    }

    private void requireAcyclic(Ends ends) {
        if (!ends.from().projectId().equals(ends.to().projectId())) {
            throw new Conflict(ErrorCode.OTHER_PROJECT, "A ticket blocks only tickets of its own project");
        }
        if (stores.links().blocksTransitively(ends.to().id(), ends.from().id())) {
            throw new Conflict(
                    ErrorCode.LINK_CYCLE,
                    "%s already waits for %s"
                            .formatted(ends.from().key(), ends.to().key()));
        }
    }

    /** Whoever reads the log of one project may not see the other: it has an entry in each, which names that one's ticket only. */
    private boolean touched(Act act, ActivityType type, Ends ends) {
        if (ends.from().projectId().equals(ends.to().projectId())) {
            recorded(act, type, ends, ends.from())
                    .with("from", key(ends.from()))
                    .with("to", key(ends.to()));
        } else {
            recorded(act, type, ends, ends.from()).with("from", key(ends.from()));
            recorded(act, type, ends, ends.to()).with("to", key(ends.to()));
        }
        flow.touch(act, ends.from());
        flow.touch(act, ends.to());
        return true;
    }

    private static Entry recorded(Act act, ActivityType type, Ends ends, Ticket of) {
        return act.record(type, of.projectId(), of.id())
                .with("kind", Wire.of(ends.link().kind()));
    }

    private static String key(Ticket ticket) {
        return ticket.key().toString();
    }

    private record Ends(Ticket from, Ticket to, TicketLink link) {}
}
