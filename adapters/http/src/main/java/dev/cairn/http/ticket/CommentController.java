package dev.cairn.http.ticket;

import dev.cairn.application.ticket.CommentService;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Routes;
import dev.cairn.json.Partial;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;

/** The comments of a ticket, oldest first unless the request sorts them. */
@Routes(HttpSettings.BASE)
class CommentController {
    private final CommentService comments;

    CommentController(CommentService comments) {
        this.comments = comments;
    }

    @Post("/tickets/{ticket}/comments")
    @Idempotent
    Created<Comment> add(Caller caller, TicketRef ticket, @Body CommentText text) {
        Comment comment = comments.add(caller, ticket, text);
        return Created.at("/comments/" + comment.id(), comment);
    }

    @Get("/tickets/{ticket}/comments")
    ListBody<Comment> list(Caller caller, TicketRef ticket, @RequestBean Paging paging) {
        return ListBody.of(
                comments.list(caller, ticket, paging.by(CommentRepository.SORTS, CommentRepository.THREAD_ORDER)));
    }

    @Get("/comments/{comment}")
    Comment get(Caller caller, Id<Comment> comment) {
        return comments.get(caller, comment);
    }

    @Patch("/comments/{comment}")
    @Consumes({"application/json", "application/merge-patch+json"})
    Comment edit(Caller caller, Id<Comment> comment, @Body Partial<CommentText> patch) {
        return comments.edit(caller, comment, patch);
    }

    @Delete("/comments/{comment}")
    void delete(Caller caller, Id<Comment> comment) {
        comments.delete(caller, comment);
    }
}
