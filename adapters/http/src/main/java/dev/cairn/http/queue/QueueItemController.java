package dev.cairn.http.queue;

import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.queue.ItemFields;
import dev.cairn.application.queue.QueueItemService;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.ItemFilter;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.BodyObject;
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
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is on a queue. */
@Controller(HttpSettings.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QueueItemController {
    private final Api api;
    private final QueueNames names;
    private final QueueItemService items;

    QueueItemController(Api api, QueueItemService items, QueueNames names) {
        this.api = api;
        this.names = names;
        this.items = items;
    }

    @Post(uris = {"/queues/{q}/items", "/projects/{p}/queues/{q}/items"})
    HttpResponse<byte[]> enqueue(HttpRequest<byte[]> request, @PathVariable @Nullable String p, String q) {
        return api.post(request, object -> {
            List<EnqueueItem> requests = requests(object);
            return () -> {
                List<ItemView> created = items.enqueue(api.caller(), names.toChange(p, q), requests);
                return new Reply(201, Map.of(), Map.of("items", bodies(created)), true);
            };
        });
    }

    @Get(uris = {"/queues/{q}/items", "/projects/{p}/queues/{q}/items"})
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            @PathVariable @Nullable String p,
            String q,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        var page = query.page(QueueItemRepository.SORTS, QueueItemRepository.CLAIM_ORDER);
        List<ItemStatus> statuses = query.values("status", ItemStatus.class);
        var found = items.list(api.caller(), names.toRead(p, q), queue -> new ItemFilter(queue, statuses), page);
        return api.answer(request, query.reply(found.map(ItemBody::of)));
    }

    @Put(uris = {"/queues/{q}/items/order", "/projects/{p}/queues/{q}/items/order"})
    @SuppressWarnings("unchecked") // the ids of queue items
    HttpResponse<byte[]> reorder(HttpRequest<byte[]> request, @PathVariable @Nullable String p, String q) {
        BodyObject object = api.body(request);
        List<Id<QueueItem>> ids = object.requireList("ids", Id.class).stream()
                .map(id -> (Id<QueueItem>) id)
                .toList();
        object.end();
        return api.answer(
                request, Reply.ok(Map.of("items", bodies(items.reorder(api.caller(), names.toChange(p, q), ids)))));
    }

    @Get("/queue-items/{i}")
    HttpResponse<byte[]> get(HttpRequest<?> request, String i) {
        return api.answer(request, Reply.ok(ItemBody.of(items.get(api.caller(), Id.parse(i)))));
    }

    @Patch("/queue-items/{i}")
    @Consumes({"application/json", "application/merge-patch+json"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request, String i) {
        ItemFields fields = api.body(request).as(ItemFields.class);
        return api.answer(request, Reply.ok(ItemBody.of(items.update(api.caller(), Id.parse(i), fields))));
    }

    @Delete("/queue-items/{i}")
    HttpResponse<byte[]> cancel(HttpRequest<?> request, String i) {
        items.cancel(api.caller(), Id.parse(i));
        return api.noContent();
    }

    @Post("/queue-items/{i}/retry")
    HttpResponse<byte[]> retry(HttpRequest<byte[]> request, String i) {
        return api.action(request, _ -> () -> Reply.ok(ItemBody.of(items.retry(api.caller(), Id.parse(i)))));
    }

    private static List<EnqueueItem> requests(BodyObject object) {
        if (!object.has("items")) {
            return List.of(object.as(EnqueueItem.class));
        }
        return object.requireList("items", EnqueueItem.class);
    }

    private static List<ItemBody> bodies(List<ItemView> views) {
        return views.stream().map(ItemBody::of).toList();
    }
}
