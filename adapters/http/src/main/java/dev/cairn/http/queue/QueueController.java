package dev.cairn.http.queue;

import dev.cairn.application.queue.QueueItemService;
import dev.cairn.application.queue.QueueService;
import dev.cairn.application.queue.RetryReport;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Versioned;
import dev.cairn.json.Partial;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import org.jspecify.annotations.Nullable;

/** The routes of work queues. */
@Routes(HttpSettings.BASE)
class QueueController {
    private static final Sort BY_NAME = Sort.by(Sort.asc("name"));

    private final QueueNames names;
    private final QueueService queues;
    private final QueueItemService items;

    QueueController(QueueService queues, QueueItemService items, QueueNames names) {
        this.names = names;
        this.queues = queues;
        this.items = items;
    }

    @Post("/projects/{project}/queues")
    @Idempotent
    Created<Queue> create(Caller caller, ProjectRef project, @Body Partial<QueueContent> body) {
        Queue queue = queues.create(caller, project, body.create("name", QueueContent::named));
        return Created.at("/queues/" + queue.id(), queue, queue.lifecycle());
    }

    @Get("/projects/{project}/queues")
    ListBody<Queue> list(Caller caller, ProjectRef project, @RequestBean Paging paging) {
        return ListBody.of(queues.list(caller, project, paging.by(QueueRepository.SORTS, BY_NAME)));
    }

    @Get(uris = {"/queues/{queue}", "/projects/{project}/queues/{queue}"})
    Versioned<Queue> get(Caller caller, @PathVariable @Nullable ProjectRef project, String queue) {
        return versioned(queues.get(caller, names.toRead(caller, project, queue)));
    }

    @Patch(uris = {"/queues/{queue}", "/projects/{project}/queues/{queue}"})
    @Consumes({"application/json", "application/merge-patch+json"})
    Versioned<Queue> update(
            Caller caller,
            @PathVariable @Nullable ProjectRef project,
            String queue,
            @Body Partial<QueueContent> patch,
            Expected expected) {
        return versioned(queues.update(caller, names.toChange(caller, project, queue), expected, patch));
    }

    @Delete(uris = {"/queues/{queue}", "/projects/{project}/queues/{queue}"})
    void delete(Caller caller, @PathVariable @Nullable ProjectRef project, String queue, Expected expected) {
        queues.delete(caller, names.toChange(caller, project, queue), expected);
    }

    @Post(uris = {"/queues/{queue}/pause", "/projects/{project}/queues/{queue}/pause"})
    @Idempotent
    Versioned<Queue> pause(Caller caller, @PathVariable @Nullable ProjectRef project, String queue, Expected expected) {
        return versioned(queues.pause(caller, names.toChange(caller, project, queue), expected));
    }

    @Post(uris = {"/queues/{queue}/resume", "/projects/{project}/queues/{queue}/resume"})
    @Idempotent
    Versioned<Queue> resume(
            Caller caller, @PathVariable @Nullable ProjectRef project, String queue, Expected expected) {
        return versioned(queues.resume(caller, names.toChange(caller, project, queue), expected));
    }

    @Post(uris = {"/queues/{queue}/retry-failed", "/projects/{project}/queues/{queue}/retry-failed"})
    @Idempotent
    RetryReport retryFailed(Caller caller, @PathVariable @Nullable ProjectRef project, String queue) {
        return items.retryFailed(caller, names.toChange(caller, project, queue));
    }

    @Get(uris = {"/queues/{queue}/stats", "/projects/{project}/queues/{queue}/stats"})
    QueueStatsBody stats(Caller caller, @PathVariable @Nullable ProjectRef project, String queue) {
        return QueueStatsBody.of(queues.stats(caller, names.toRead(caller, project, queue)));
    }

    private static Versioned<Queue> versioned(Queue queue) {
        return Versioned.of(queue, queue.lifecycle());
    }
}
