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
import java.util.Set;

/**
 * Stores comments. A use case finds the comment or its ticket with an access before it calls the methods without one.
 */
public interface CommentRepository extends Guarded<Comment>, Listed<CommentRepository.OfTicket, Comment> {
    Set<String> SORTS = Set.of("createdAt");

    /** Oldest first: a comment keeps its place in the thread (R34). */
    Sort THREAD_ORDER = Sort.by(Sort.asc("createdAt"));

    /** Names the ticket whose comments a list shows, deleted ones too. */
    record OfTicket(Id<Ticket> ticketId) {}

    /**
     * Answers the newest live comments of a ticket that were written after a moment, {@code limit} at most, of these the
     * oldest first.
     */
    List<Comment> findSince(Id<Ticket> ticket, Instant after, int limit);

    /** Answers the live comments of these tickets, by ticket and age: exports call this. */
    List<Comment> findByTickets(Collection<Id<Ticket>> tickets);

    /** Counts the comments that were deleted by themselves, of live tickets of a project: exports say how many there are. */
    int countDeleted(Id<Project> project);

    /** Inserts comments. */
    void insertAll(List<Comment> comments);

    /** Stores a changed comment, also one that is deleted by itself. */
    void update(Comment comment);

    /** Stamps the live comments of a ticket with its deletion (R5). */
    void deleteByTicket(Id<Ticket> ticket, Deletion deletion);

    /** Stamps the live comments of a project with its deletion (R5). */
    void deleteByProject(Id<Project> project, Deletion deletion);

    /** Brings back exactly the comments that this deletion took (R5). */
    void restore(Deletion deletion);
}
