package dev.cairn.http.ticket;

import dev.cairn.application.ticket.StatusChange;
import dev.cairn.application.ticket.TicketDraft;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.ShownTicket;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.Items;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Purge;
import dev.cairn.http.door.Required;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Versioned;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;

/** Tickets, by id or by a key like CRN-12. */
@Routes(HttpSettings.BASE)
class TicketController {
    private final TicketService tickets;

    TicketController(TicketService tickets) {
        this.tickets = tickets;
    }

    /** Several new tickets. */
    @Introspected
    record Batch(@Required List<NewTicket> items) {}

    @Post("/projects/{project}/tickets")
    @Idempotent
    Created<TicketBody> create(Caller caller, ProjectRef project, @Body NewTicket body) {
        TicketWithTasks created = tickets.create(caller, project, body.command());
        Ticket ticket = created.ticket();
        return Created.at("/tickets/" + ticket.id(), new TicketBody(created, null), ticket.lifecycle());
    }

    @Post("/projects/{project}/tickets/batch")
    @Idempotent
    Created<Items<TicketBody>> createAll(Caller caller, ProjectRef project, @Body Batch batch) {
        var commands = batch.items().stream().map(NewTicket::command).toList();
        var created = tickets.createAll(caller, project, commands);
        return Created.of(new Items<>(
                created.stream().map(ticket -> new TicketBody(ticket, null)).toList()));
    }

    /** Answers a ticket. A claim changes without the ticket's version, so a ticket that is held is sent whole. */
    @Get("/tickets/{ticket}")
    Versioned<TicketBody> get(Caller caller, TicketRef ticket) {
        return versioned(tickets.show(caller, ticket));
    }

    @Patch("/tickets/{ticket}")
    @Consumes({"application/json", "application/merge-patch+json"})
    Versioned<TicketBody> update(Caller caller, TicketRef ticket, @Body Partial<TicketDraft> patch, Expected expected) {
        return versioned(tickets.redraft(caller, ticket, expected, patch));
    }

    @Delete("/tickets/{ticket}")
    void delete(Caller caller, TicketRef ticket, @RequestBean Purge how, Expected expected) {
        if (how.purge()) {
            tickets.purge(caller, ticket, expected);
        } else {
            tickets.delete(caller, ticket, expected);
        }
    }

    @Post("/tickets/{ticket}/status")
    @Idempotent
    Versioned<TicketBody> changeStatus(
            Caller caller, TicketRef ticket, @Body @MayBeEmpty StatusChange change, Expected expected) {
        return versioned(tickets.changeStatus(caller, ticket, expected, change));
    }

    @Post("/tickets/{ticket}/archive")
    @Idempotent
    Versioned<TicketBody> archive(Caller caller, TicketRef ticket, Expected expected) {
        return versioned(tickets.archive(caller, ticket, expected));
    }

    @Post("/tickets/{ticket}/unarchive")
    @Idempotent
    Versioned<TicketBody> unarchive(Caller caller, TicketRef ticket, Expected expected) {
        return versioned(tickets.unarchive(caller, ticket, expected));
    }

    @Post("/tickets/{ticket}/restore")
    @Idempotent
    Versioned<TicketBody> restore(Caller caller, TicketRef ticket, Expected expected) {
        return versioned(tickets.restore(caller, ticket, expected));
    }

    /** Answers a change with what a read answers. */
    private Versioned<TicketBody> versioned(TicketWithTasks ticket) {
        return versioned(tickets.shown(ticket));
    }

    private static Versioned<TicketBody> versioned(ShownTicket shown) {
        TicketBody body = new TicketBody(shown.ticket(), shown.claimedBy());
        Lifecycle lifecycle = shown.ticket().ticket().lifecycle();
        return shown.claimedBy() == null ? Versioned.of(body, lifecycle) : Versioned.held(body, lifecycle);
    }
}
