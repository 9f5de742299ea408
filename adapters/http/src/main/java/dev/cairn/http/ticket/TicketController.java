package dev.cairn.http.ticket;

import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.ShownTicket;
import dev.cairn.application.ticket.StatusChange;
import dev.cairn.application.ticket.TaskFields;
import dev.cairn.application.ticket.TicketFields;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.BodyObject;
import dev.cairn.http.wire.Conditional;
import dev.cairn.http.wire.Query;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tickets: {@code t} is an id or a key like CRN-12. */
@Controller(HttpSettings.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketController {
    private final Api api;
    private final TicketService tickets;

    TicketController(Api api, TicketService tickets) {
        this.api = api;
        this.tickets = tickets;
    }

    @Post("/projects/{p}/tickets")
    HttpResponse<byte[]> create(HttpRequest<byte[]> request, String p) {
        return api.post(request, object -> {
            CreateTicket command = command(object);
            return () -> {
                TicketWithTasks ticket = tickets.create(api.caller(), ProjectRef.parse(p), command);
                return Reply.created(
                        new TicketBody(ticket, null),
                        location(ticket),
                        ticket.ticket().lifecycle());
            };
        });
    }

    @Post("/projects/{p}/tickets/batch")
    HttpResponse<byte[]> createAll(HttpRequest<byte[]> request, String p) {
        return api.post(request, object -> {
            List<CreateTicket> commands = object.requireObjects("items").stream()
                    .map(TicketController::command)
                    .toList();
            return () -> new Reply(
                    201,
                    Map.of(),
                    Map.of(
                            "items",
                            tickets.createAll(api.caller(), ProjectRef.parse(p), commands).stream()
                                    .map(ticket -> new TicketBody(ticket, null))
                                    .toList()),
                    true);
        });
    }

    @Get("/tickets/{t}")
    HttpResponse<byte[]> get(HttpRequest<?> request, String t) {
        ShownTicket shown = tickets.show(api.caller(), TicketRef.parse(t));
        return shown.claimedBy() == null ? api.answer(request, reply(shown)) : api.whole(reply(shown));
    }

    @Patch("/tickets/{t}")
    @Conditional
    @Consumes({"application/json", "application/merge-patch+json"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request, String t) {
        TicketFields fields = api.body(request).as(TicketFields.class);
        return api.answer(
                request, reply(tickets.update(api.caller(), TicketRef.parse(t), api.expected(request), fields)));
    }

    @Delete("/tickets/{t}")
    @Conditional
    HttpResponse<byte[]> delete(HttpRequest<?> request, String t, @QueryValue @Nullable String purge) {
        TicketRef ref = TicketRef.parse(t);
        if (new Query(request).flag("purge")) {
            tickets.purge(api.caller(), ref, api.expected(request));
        } else {
            tickets.delete(api.caller(), ref, api.expected(request));
        }
        return api.noContent();
    }

    @Post("/tickets/{t}/status")
    @Conditional
    HttpResponse<byte[]> changeStatus(HttpRequest<byte[]> request, String t) {
        return api.action(request, object -> {
            TicketStatus status = object.require("status", TicketStatus.class);
            StatusChange change = new StatusChange(status, object.flag("finishTasks"), object.flag("despiteBlockers"));
            return () -> reply(tickets.changeStatus(api.caller(), TicketRef.parse(t), api.expected(request), change));
        });
    }

    @Post("/tickets/{t}/archive")
    @Conditional
    HttpResponse<byte[]> archive(HttpRequest<byte[]> request, String t) {
        return api.action(
                request, _ -> () -> reply(tickets.archive(api.caller(), TicketRef.parse(t), api.expected(request))));
    }

    @Post("/tickets/{t}/unarchive")
    @Conditional
    HttpResponse<byte[]> unarchive(HttpRequest<byte[]> request, String t) {
        return api.action(
                request, _ -> () -> reply(tickets.unarchive(api.caller(), TicketRef.parse(t), api.expected(request))));
    }

    @Post("/tickets/{t}/restore")
    @Conditional
    HttpResponse<byte[]> restore(HttpRequest<byte[]> request, String t) {
        return api.action(
                request, _ -> () -> reply(tickets.restore(api.caller(), TicketRef.parse(t), api.expected(request))));
    }

    private static CreateTicket command(BodyObject object) {
        List<TaskFields> tasks = object.takeList("tasks", TaskFields.class);
        return new CreateTicket(object.as(TicketFields.class), tasks);
    }

    private static String location(TicketWithTasks ticket) {
        return HttpSettings.BASE + "/tickets/" + ticket.ticket().id();
    }

    /** What a change answers is what a read answers. */
    private Reply reply(TicketWithTasks ticket) {
        return reply(tickets.shown(ticket));
    }

    private static Reply reply(ShownTicket shown) {
        return Reply.ok(
                new TicketBody(shown.ticket(), shown.claimedBy()),
                shown.ticket().ticket().lifecycle());
    }
}
