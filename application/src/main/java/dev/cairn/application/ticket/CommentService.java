package dev.cairn.application.ticket;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import java.util.List;

/** Use cases of comments. A change to a comment raises its ticket's version (R32). */
public final class CommentService {
    private final UnitOfWork work;
    private final TicketStores stores;
    private final TicketFlow flow;

    public CommentService(UnitOfWork work, TicketStores stores, TicketFlow flow) {
        this.work = work;
        this.stores = stores;
        this.flow = flow;
    }

    public Comment add(Caller caller, TicketRef ref, CommentText text) {
        return work.write(caller, act -> {
            Ticket ticket = flow.requireWritable(Access.write(caller), ref);
            Comment comment = Comment.write(act.newId(), ticket.id(), caller, text.content(), act.now());
            stores.comments().insertAll(List.of(comment));
            act.record(ActivityType.COMMENT_CREATED, ticket.projectId(), comment.id())
                    .with("ticket", ticket.key().toString());
            flow.touch(act, ticket);
            return comment;
        });
    }

    /** Answers the thread; deleted comments keep their place without content (R34). */
    public Page<Comment> list(Caller caller, TicketRef ref, PageRequest page) {
        return work.read(() -> stores.comments()
                .page(
                        new CommentRepository.OfTicket(stores.tickets()
                                .require(Access.read(caller), ref)
                                .id()),
                        page)
                .map(Comment::shown));
    }

    public Comment get(Caller caller, Id<Comment> id) {
        return stores.comments().require(Access.read(caller), id);
    }

    /** Edits a comment. Denied {@code not_author} unless the caller wrote it (R34). */
    public Comment edit(Caller caller, Id<Comment> id, CommentText text) {
        return edit(caller, id, _ -> text);
    }

    /** As {@link #edit(Caller, Id, CommentText)}; an edit that changes nothing stores nothing (R10). */
    public Comment edit(Caller caller, Id<Comment> id, Edit<CommentText> edit) {
        return work.write(caller, act -> {
            Comment comment = stores.comments().require(Access.write(caller), id);
            Ticket ticket = flow.requireWritable(Access.write(caller), TicketRef.of(comment.ticketId()));
            CommentText text = edit.of(new CommentText(comment.content()));
            Comment edited = comment.edit(caller, text.content(), act.now());
            if (edited.equals(comment)) {
                return comment;
            }
            stores.comments().update(edited);
            act.record(ActivityType.COMMENT_UPDATED, ticket.projectId(), id)
                    .changed(Difference.of("content", comment.content(), edited.content()))
                    .with("ticket", ticket.key().toString());
            flow.touch(act, ticket);
            return edited;
        });
    }

    /**
     * Deletes a comment for good: the log keeps nothing of its content. Denied {@code not_author} unless the caller
     * wrote it or owns the project (R34).
     */
    public void delete(Caller caller, Id<Comment> id) {
        work.write(caller, act -> {
            Comment comment = stores.comments().require(Access.write(caller), id);
            Ticket ticket = flow.requireWritable(Access.write(caller), TicketRef.of(comment.ticketId()));
            var owner = stores.projects()
                    .require(Access.write(caller), ticket.projectId())
                    .ownerId();
            stores.comments().update(comment.delete(caller, owner, act.newDeletion()));
            act.forgetSubject(id);
            act.record(ActivityType.COMMENT_DELETED, ticket.projectId(), id)
                    .with("ticket", ticket.key().toString());
            return flow.touch(act, ticket);
        });
    }
}
