package dev.cairn.http.ticket;

import dev.cairn.application.ticket.CommentService;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The comments of a ticket, oldest first. */
@Controller(HttpSettings.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CommentController {
    private final Api api;
    private final CommentService comments;

    CommentController(Api api, CommentService comments) {
        this.api = api;
        this.comments = comments;
    }

    @Post("/tickets/{t}/comments")
    HttpResponse<byte[]> add(HttpRequest<byte[]> request, String t) {
        return api.post(request, object -> {
            CommentText text = object.as(CommentText.class);
            return () -> {
                Comment comment = comments.add(api.caller(), TicketRef.parse(t), text);
                return Reply.created(comment, HttpSettings.BASE + "/comments/" + comment.id());
            };
        });
    }

    @Get("/tickets/{t}/comments")
    HttpResponse<byte[]> list(
            HttpRequest<?> request, String t, @QueryValue @Nullable String limit, @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        var page = query.page(Set.of(), CommentRepository.THREAD_ORDER);
        return api.answer(request, query.reply(comments.list(api.caller(), TicketRef.parse(t), page)));
    }

    @Get("/comments/{c}")
    HttpResponse<byte[]> get(HttpRequest<?> request, String c) {
        return api.answer(request, Reply.ok(comments.get(api.caller(), Id.parse(c))));
    }

    @Patch("/comments/{c}")
    @Consumes({"application/json", "application/merge-patch+json"})
    HttpResponse<byte[]> edit(HttpRequest<byte[]> request, String c) {
        CommentText text = api.body(request).as(CommentText.class);
        return api.answer(request, Reply.ok(comments.edit(api.caller(), Id.parse(c), text)));
    }

    @Delete("/comments/{c}")
    HttpResponse<byte[]> delete(HttpRequest<?> request, String c) {
        comments.delete(api.caller(), Id.parse(c));
        return api.noContent();
    }
}
