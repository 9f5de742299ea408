package dev.cairn.http.queue;

import dev.cairn.application.queue.QueueFields;
import dev.cairn.application.queue.QueueItemService;
import dev.cairn.application.queue.QueueService;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
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
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Work queues. */
@Controller(HttpSettings.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QueueController {
    private static final Sort BY_NAME = Sort.by(Sort.asc("name"));

    private final Api api;
    private final QueueNames names;
    private final QueueService queues;
    private final QueueItemService items;

    QueueController(Api api, QueueService queues, QueueItemService items, QueueNames names) {
        this.api = api;
        this.names = names;
        this.queues = queues;
        this.items = items;
    }

    @Post("/projects/{p}/queues")
    HttpResponse<byte[]> create(HttpRequest<byte[]> request, String p) {
        return api.post(request, object -> {
            QueueFields fields = object.as(QueueFields.class);
            return () -> {
                Queue queue = queues.create(api.caller(), ProjectRef.parse(p), fields);
                return Reply.created(queue, HttpSettings.BASE + "/queues/" + queue.id(), queue.lifecycle());
            };
        });
    }

    @Get("/projects/{p}/queues")
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            String p,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        var page = query.page(QueueRepository.SORTS, BY_NAME);
        return api.answer(request, query.reply(queues.list(api.caller(), ProjectRef.parse(p), page)));
    }

    @Get(uris = {"/queues/{q}", "/projects/{p}/queues/{q}"})
    HttpResponse<byte[]> get(HttpRequest<?> request, @PathVariable @Nullable String p, String q) {
        return api.answer(request, reply(queues.get(api.caller(), names.toRead(p, q))));
    }

    @Patch(uris = {"/queues/{q}", "/projects/{p}/queues/{q}"})
    @Conditional
    @Consumes({"application/json", "application/merge-patch+json"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request, @PathVariable @Nullable String p, String q) {
        QueueFields fields = api.body(request).as(QueueFields.class);
        return api.answer(
                request, reply(queues.update(api.caller(), names.toChange(p, q), api.expected(request), fields)));
    }

    @Delete(uris = {"/queues/{q}", "/projects/{p}/queues/{q}"})
    @Conditional
    HttpResponse<byte[]> delete(HttpRequest<?> request, @PathVariable @Nullable String p, String q) {
        queues.delete(api.caller(), names.toChange(p, q), api.expected(request));
        return api.noContent();
    }

    @Post(uris = {"/queues/{q}/pause", "/projects/{p}/queues/{q}/pause"})
    @Conditional
    HttpResponse<byte[]> pause(HttpRequest<byte[]> request, @PathVariable @Nullable String p, String q) {
        return api.action(
                request, _ -> () -> reply(queues.pause(api.caller(), names.toChange(p, q), api.expected(request))));
    }

    @Post(uris = {"/queues/{q}/resume", "/projects/{p}/queues/{q}/resume"})
    @Conditional
    HttpResponse<byte[]> resume(HttpRequest<byte[]> request, @PathVariable @Nullable String p, String q) {
        return api.action(
                request, _ -> () -> reply(queues.resume(api.caller(), names.toChange(p, q), api.expected(request))));
    }

    @Post(uris = {"/queues/{q}/retry-failed", "/projects/{p}/queues/{q}/retry-failed"})
    HttpResponse<byte[]> retryFailed(HttpRequest<byte[]> request, @PathVariable @Nullable String p, String q) {
        return api.action(request, _ -> () -> Reply.ok(items.retryFailed(api.caller(), names.toChange(p, q))));
    }

    @Get(uris = {"/queues/{q}/stats", "/projects/{p}/queues/{q}/stats"})
    HttpResponse<byte[]> stats(HttpRequest<?> request, @PathVariable @Nullable String p, String q) {
        return api.answer(request, Reply.ok(QueueStatsBody.of(queues.stats(api.caller(), names.toRead(p, q)))));
    }

    private static Reply reply(Queue queue) {
        return Reply.ok(queue, queue.lifecycle());
    }
}
