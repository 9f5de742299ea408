package dev.cairn.http.ticket;

import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TaskService;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Required;
import dev.cairn.http.door.Routes;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.List;

/** The tasks of a ticket. They have no ETag: a change to one raises the ticket's version. */
@Routes(HttpSettings.BASE)
class TaskController {
    private final TaskService tasks;

    TaskController(TaskService tasks) {
        this.tasks = tasks;
    }

    /** All tasks of a ticket in their new order. */
    @Introspected
    record Order(@Required List<Id<Task>> ids) {}

    /** The new status of a task. */
    @Introspected
    record NewStatus(TaskStatus status) {}

    @Post("/tickets/{ticket}/tasks")
    @Idempotent
    Created<Task> create(Caller caller, TicketRef ticket, @Body Partial<TaskDraft> body) {
        Task task = tasks.create(caller, ticket, body.create("content", TaskDraft::of));
        return Created.at("/tasks/" + task.id(), task);
    }

    @Get("/tickets/{ticket}/tasks")
    ListBody<Task> list(Caller caller, TicketRef ticket) {
        return ListBody.whole(tasks.list(caller, ticket));
    }

    @Put("/tickets/{ticket}/tasks/order")
    ListBody<Task> reorder(Caller caller, TicketRef ticket, @Body Order order) {
        return ListBody.whole(tasks.reorder(caller, ticket, order.ids()));
    }

    @Get("/tasks/{task}")
    Task get(Caller caller, Id<Task> task) {
        return tasks.get(caller, task);
    }

    @Patch("/tasks/{task}")
    @Consumes({"application/json", "application/merge-patch+json"})
    Task update(Caller caller, Id<Task> task, @Body Partial<TaskDraft> patch) {
        return tasks.update(caller, task, patch);
    }

    @Post("/tasks/{task}/status")
    @Idempotent
    Task changeStatus(Caller caller, Id<Task> task, @Body @MayBeEmpty NewStatus body) {
        return tasks.update(caller, task, draft -> draft.withStatus(body.status()));
    }

    @Delete("/tasks/{task}")
    void delete(Caller caller, Id<Task> task) {
        tasks.delete(caller, task);
    }
}
