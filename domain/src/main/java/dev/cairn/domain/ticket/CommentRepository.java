package dev.cairn.domain.ticket;

import dev.cairn.domain.access.Guarded;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The store of comments. */
public interface CommentRepository extends Guarded<Comment>, Listed<CommentRepository.OfTicket, Comment> {
    /** Oldest first: a comment keeps its place in the thread (R34). */
    Sort THREAD_ORDER = Sort.by(Sort.asc("createdAt"));

    /** The comments of one ticket, deleted ones too. */
    record OfTicket(Id<Ticket> ticketId) {}

    /** Live comments written after a moment, oldest first, at most {@code limit}. */
    List<Comment> findSince(Id<Ticket> ticket, Instant after, int limit);

    /** Live comments of these tickets, by ticket and age: for exports. */
    List<Comment> findByTickets(Collection<Id<Ticket>> tickets);

    void insertAll(List<Comment> comments);

    void update(Comment comment);

    void deleteByTicket(Id<Ticket> ticket, Deletion deletion);

    void deleteByProject(Id<Project> project, Deletion deletion);

    /** Brings back what exactly this deletion took (R5). */
    void restore(Deletion deletion);
}
