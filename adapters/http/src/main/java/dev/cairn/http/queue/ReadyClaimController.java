package dev.cairn.http.queue;

import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimSources;
import dev.cairn.application.queue.ReadyClaim;
import dev.cairn.application.queue.ReadyClaimService;
import dev.cairn.application.queue.WideClaim;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.BodyObject;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims straight from the ready list of a project, and over several queues and projects (Q22). */
@Controller(HttpSettings.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReadyClaimController {
    private final Api api;
    private final ReadyClaimService claims;

    ReadyClaimController(Api api, ReadyClaimService claims) {
        this.api = api;
        this.claims = claims;
    }

    @Post("/projects/{p}/claims")
    HttpResponse<byte[]> claim(HttpRequest<byte[]> request, String p) {
        return api.action(request, object -> {
            String ticket = object.take("ticket", String.class);
            ReadyClaim wanted = new ReadyClaim(
                    request(object),
                    ticket == null ? null : TicketRef.parse(ticket),
                    new WorkFilter(
                            object.takeList("labels", String.class),
                            object.takeList("types", TicketType.class),
                            object.take("minPriority", Priority.class)));
            return () -> ClaimBody.reply(claims.claim(api.caller(), ProjectRef.parse(p), wanted));
        });
    }

    @Post("/claims")
    @SuppressWarnings("unchecked") // the ids of queues
    HttpResponse<byte[]> claimAny(HttpRequest<byte[]> request) {
        return api.action(request, object -> {
            ClaimSources sources = new ClaimSources(
                    object.takeList("queues", Id.class).stream()
                            .map(id -> (Id<Queue>) id)
                            .toList(),
                    object.takeList("projects", String.class).stream()
                            .map(ProjectRef::parse)
                            .toList());
            ClaimRequest wanted = request(object);
            return () -> reply(claims.claimAny(api.caller(), sources, wanted));
        });
    }

    private static ClaimRequest request(BodyObject object) {
        return new ClaimRequest(object.take("agent", String.class), object.take("leaseSeconds", Integer.class));
    }

    private static Reply reply(WideClaim answer) {
        if (answer.claimed() != null) {
            return ClaimBody.created(answer.claimed());
        }
        List<Map<String, @Nullable Object>> reasons =
                answer.reasons().stream().map(ReadyClaimController::reason).toList();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("claim", null);
        body.put("reasons", reasons);
        return Reply.passing(body);
    }

    /** A source, and why it had nothing, as a claim from it alone would say. */
    private static Map<String, @Nullable Object> reason(WideClaim.Empty empty) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        if (empty.queueId() != null) {
            body.put("queue", empty.queueId());
        } else {
            body.put("project", empty.project());
        }
        body.putAll(NothingBody.of(empty.nothing()));
        body.remove("claim");
        return body;
    }
}
