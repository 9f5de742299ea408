package dev.cairn.http.queue;

import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimService;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Progress;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.BodyObject;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The claim and its end. Whoever writes names the claim and its fencing token (Q5). */
@Controller(HttpSettings.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClaimController {
    private final Api api;
    private final QueueNames names;
    private final ClaimService claims;

    ClaimController(Api api, ClaimService claims, QueueNames names) {
        this.api = api;
        this.names = names;
        this.claims = claims;
    }

    @Post(uris = {"/queues/{q}/claims", "/projects/{p}/queues/{q}/claims"})
    HttpResponse<byte[]> claim(HttpRequest<byte[]> request, @PathVariable @Nullable String p, String q) {
        return api.action(request, object -> {
            ClaimRequest wanted =
                    new ClaimRequest(object.take("agent", String.class), object.take("leaseSeconds", Integer.class));
            return () -> ClaimBody.reply(claims.claim(api.caller(), names.toClaim(p, q), wanted));
        });
    }

    @Get("/claims/{c}")
    HttpResponse<byte[]> get(HttpRequest<?> request, String c) {
        return api.answer(request, Reply.ok(ClaimBody.of(claims.get(api.caller(), Id.parse(c)))));
    }

    @Post("/claims/{c}/heartbeat")
    HttpResponse<byte[]> heartbeat(HttpRequest<byte[]> request, String c) {
        return api.post(request, object -> {
            ClaimUpdate update = update(object);
            return () -> Reply.ok(claims.heartbeat(api.caller(), Id.parse(c), update));
        });
    }

    @Post("/claims/{c}/complete")
    HttpResponse<byte[]> complete(HttpRequest<byte[]> request, String c) {
        return finish(request, c, claims::complete);
    }

    @Post("/claims/{c}/fail")
    HttpResponse<byte[]> fail(HttpRequest<byte[]> request, String c) {
        return finish(request, c, claims::fail);
    }

    @Post("/claims/{c}/release")
    HttpResponse<byte[]> release(HttpRequest<byte[]> request, String c) {
        return finish(request, c, claims::release);
    }

    private interface Finish {
        Claim apply(Caller caller, Id<Claim> id, ClaimUpdate update);
    }

    private HttpResponse<byte[]> finish(HttpRequest<byte[]> request, String c, Finish finish) {
        return api.post(request, object -> {
            ClaimUpdate update = update(object);
            return () -> Reply.ok(finish.apply(api.caller(), Id.parse(c), update));
        });
    }

    private static ClaimUpdate update(BodyObject object) {
        return new ClaimUpdate(
                object.require("fencingToken", Long.class),
                object.take("note", String.class),
                object.take("progress", Progress.class),
                object.take("result", Json.class),
                object.take("error", String.class),
                object.take("until", Instant.class),
                object.flag("finishTasks"));
    }
}
