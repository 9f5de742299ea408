package dev.cairn.http.ticket;

import dev.cairn.application.ticket.LinkService;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Query;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Links between tickets; {@code /tickets/A/links/blocks/B} reads "A blocks B". */
@Controller(HttpSettings.BASE + "/tickets/{t}/links")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LinkController {
    private final Api api;
    private final LinkService links;

    LinkController(Api api, LinkService links) {
        this.api = api;
        this.links = links;
    }

    @Get
    HttpResponse<byte[]> list(
            HttpRequest<?> request, String t, @QueryValue @Nullable String limit, @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        if (limit == null && cursor == null) {
            return api.answer(request, query.reply(links.list(api.caller(), TicketRef.parse(t)), null, null));
        }
        return api.answer(
                request, query.reply(links.page(api.caller(), TicketRef.parse(t), query.limit(), query.cursor())));
    }

    @Put("/{kind}/{other}")
    HttpResponse<byte[]> put(HttpRequest<byte[]> request, String t, String kind, String other) {
        api.optionalBody(request).end();
        links.put(api.caller(), TicketRef.parse(t), kind(kind), TicketRef.parse(other));
        return api.noContent();
    }

    @Delete("/{kind}/{other}")
    HttpResponse<byte[]> delete(HttpRequest<?> request, String t, String kind, String other) {
        links.delete(api.caller(), TicketRef.parse(t), kind(kind), TicketRef.parse(other));
        return api.noContent();
    }

    private static LinkKind kind(String text) {
        return Query.constant("kind", LinkKind.class, text);
    }
}
