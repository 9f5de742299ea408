package dev.cairn.http.queue;

import dev.cairn.application.queue.ItemPlace;
import dev.cairn.application.queue.QueueItemService;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.Items;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Required;
import dev.cairn.http.door.Routes;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of queue items. */
@Routes(HttpSettings.BASE)
class QueueItemController {
    private final QueueNames names;
    private final QueueItemService items;

    QueueItemController(QueueItemService items, QueueNames names) {
        this.names = names;
        this.items = items;
    }

    @Introspected
    record Wanted(Paging paging, List<ItemStatus> status) {}

    /** The items in their new order. */
    @Introspected
    record Order(@Required(max = Limits.ROWS_MAX) List<Id<QueueItem>> ids) {}

    @Post(uris = {"/queues/{queue}/items", "/projects/{project}/queues/{queue}/items"})
    @Idempotent
    Created<Items<ItemBody>> enqueue(
            Caller caller, @PathVariable @Nullable ProjectRef project, String queue, @Body Enqueued body) {
        return Created.of(bodies(items.enqueue(caller, names.toChange(caller, project, queue), body.items())));
    }

    @Get(uris = {"/queues/{queue}/items", "/projects/{project}/queues/{queue}/items"})
    ListBody<ItemBody> list(
            Caller caller, @PathVariable @Nullable ProjectRef project, String queue, @RequestBean Wanted wanted) {
        var page = wanted.paging().by(QueueItemRepository.SORTS, QueueItemRepository.CLAIM_ORDER);
        return ListBody.of(
                items.list(caller, names.toRead(caller, project, queue), wanted.status(), page), ItemBody::of);
    }

    @Put(uris = {"/queues/{queue}/items/order", "/projects/{project}/queues/{queue}/items/order"})
    Items<ItemBody> reorder(
            Caller caller, @PathVariable @Nullable ProjectRef project, String queue, @Body Order order) {
        return bodies(items.reorder(caller, names.toChange(caller, project, queue), order.ids()));
    }

    @Get("/queue-items/{item}")
    ItemBody get(Caller caller, Id<QueueItem> item) {
        return ItemBody.of(items.get(caller, item));
    }

    @Patch("/queue-items/{item}")
    @Consumes({"application/json", "application/merge-patch+json"})
    ItemBody update(Caller caller, Id<QueueItem> item, @Body Partial<ItemPlace> patch) {
        return ItemBody.of(items.update(
                caller, item, place -> patch.of(place).setting(patch.gives("priority"), patch.gives("position"))));
    }

    @Delete("/queue-items/{item}")
    void cancel(Caller caller, Id<QueueItem> item) {
        items.cancel(caller, item);
    }

    @Post("/queue-items/{item}/retry")
    @Idempotent
    ItemBody retry(Caller caller, Id<QueueItem> item) {
        return ItemBody.of(items.retry(caller, item));
    }

    private static Items<ItemBody> bodies(List<ItemView> views) {
        return new Items<>(views.stream().map(ItemBody::of).toList());
    }
}
