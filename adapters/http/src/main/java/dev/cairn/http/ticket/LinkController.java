package dev.cairn.http.ticket;

import dev.cairn.application.ticket.LinkService;
import dev.cairn.domain.ticket.LinkedTicket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Slice;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;

/** Links between tickets; {@code /tickets/A/links/blocks/B} reads "A blocks B". */
@Routes(HttpSettings.BASE + "/tickets/{ticket}/links")
record LinkController(LinkService links) {
    /** Answers all links, unless a part is asked for. */
    @Get
    ListBody<LinkedTicket> list(Caller caller, TicketRef ticket, @RequestBean Slice slice) {
        return slice.limit() == null && slice.cursor() == null
                ? ListBody.whole(links.list(caller, ticket))
                : ListBody.of(links.page(caller, ticket, slice.rows(), slice.cursor()));
    }

    @Put("/{kind}/{other}")
    void put(Caller caller, TicketRef ticket, LinkWord kind, TicketRef other) {
        links.put(caller, ticket, kind.kind(), other);
    }

    @Delete("/{kind}/{other}")
    void delete(Caller caller, TicketRef ticket, LinkWord kind, TicketRef other) {
        links.delete(caller, ticket, kind.kind(), other);
    }
}
