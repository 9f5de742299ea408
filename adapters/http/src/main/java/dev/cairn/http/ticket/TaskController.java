package dev.cairn.http.ticket;

import dev.cairn.application.ticket.TaskFields;
import dev.cairn.application.ticket.TaskService;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketRef;
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
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** The tasks of a ticket. They have no ETag: a change to one raises the ticket's version. */
@Controller(HttpSettings.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TaskController {
    private final Api api;
    private final TaskService tasks;

    TaskController(Api api, TaskService tasks) {
        this.api = api;
        this.tasks = tasks;
    }

    @Post("/tickets/{t}/tasks")
    HttpResponse<byte[]> create(HttpRequest<byte[]> request, String t) {
        return api.post(request, object -> {
            TaskFields fields = object.as(TaskFields.class);
            return () -> {
                Task task = tasks.create(api.caller(), TicketRef.parse(t), fields);
                return Reply.created(task, HttpSettings.BASE + "/tasks/" + task.id());
            };
        });
    }

    @Get("/tickets/{t}/tasks")
    HttpResponse<byte[]> list(HttpRequest<?> request, String t) {
        return api.answer(request, new Query(request).reply(tasks.list(api.caller(), TicketRef.parse(t)), null, null));
    }

    @Put("/tickets/{t}/tasks/order")
    @SuppressWarnings("unchecked") // the ids of tasks
    HttpResponse<byte[]> reorder(HttpRequest<byte[]> request, String t) {
        BodyObject object = api.body(request);
        List<Id<Task>> ids = object.requireList("ids", Id.class).stream()
                .map(id -> (Id<Task>) id)
                .toList();
        object.end();
        return api.answer(
                request, new Query(request).reply(tasks.reorder(api.caller(), TicketRef.parse(t), ids), null, null));
    }

    @Get("/tasks/{k}")
    HttpResponse<byte[]> get(HttpRequest<?> request, String k) {
        return api.answer(request, Reply.ok(tasks.get(api.caller(), Id.parse(k))));
    }

    @Patch("/tasks/{k}")
    @Consumes({"application/json", "application/merge-patch+json"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request, String k) {
        TaskFields fields = api.body(request).as(TaskFields.class);
        return api.answer(request, Reply.ok(tasks.update(api.caller(), Id.parse(k), fields)));
    }

    @Post("/tasks/{k}/status")
    HttpResponse<byte[]> changeStatus(HttpRequest<byte[]> request, String k) {
        return api.action(request, object -> {
            TaskFields fields = TaskFields.status(object.require("status", TaskStatus.class));
            return () -> Reply.ok(tasks.update(api.caller(), Id.parse(k), fields));
        });
    }

    @Delete("/tasks/{k}")
    HttpResponse<byte[]> delete(HttpRequest<?> request, String k) {
        tasks.delete(api.caller(), Id.parse(k));
        return api.noContent();
    }
}
