package dev.cairn.http.ticket;

import dev.cairn.application.ticket.LinkService;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.ticket.LinkedTicket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Within;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import org.jspecify.annotations.Nullable;

/** Links between tickets; {@code /tickets/A/links/blocks/B} reads "A blocks B". */
@Routes(HttpSettings.BASE + "/tickets/{ticket}/links")
record LinkController(LinkService links) {
    /** The page that is wanted; all links without a limit and a cursor. */
    @Introspected
    record Wanted(
            @Within(min = 1, max = PageRequest.LIMIT_MAX) @Nullable
            Integer limit,

            @Nullable String cursor) {}

    @Get
    ListBody<LinkedTicket> list(Caller caller, TicketRef ticket, @RequestBean Wanted wanted) {
        if (wanted.limit() == null && wanted.cursor() == null) {
            return ListBody.whole(links.list(caller, ticket));
        }
        int limit = wanted.limit() == null ? PageRequest.LIMIT_DEFAULT : wanted.limit();
        return ListBody.of(links.page(caller, ticket, limit, wanted.cursor()));
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
