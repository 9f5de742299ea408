package dev.cairn.persistence.ticket;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.SoftDeletion;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The store of comments. */
@Store
abstract class CommentStore implements CommentRepository, GenericRepository<CommentRow, Long> {
    private static final String COLUMNS = """
            SELECT c.id, c.ticket_id, c.author_id, c.author_name, c.content, c.created_at, c.updated_at, c.edited_at,
                   c.deleted_at, c.deletion_id, c.search_beside
              FROM comments c WHERE c.deleted_at IS NULL AND c.ticket_id\s""";

    private final CommentMapper mapper;
    private final SharedSql sql;
    private final RowList<CommentRow, Comment> list;
    private final GuardedFinder<Comment> finder;
    private final SoftDeletion deletions;

    CommentStore(CommentMapper mapper, SharedSql sql) {
        this.mapper = mapper;
        this.sql = sql;
        this.list = sql.list(CommentRow.class, mapper::toDomain, Sorts.of(SORTS));
        this.finder = sql.finder(
                CommentRow.class, "comment", "t.project_id", mapper::toDomain, "tickets t", "t.id = r.ticket_id");
        this.deletions = sql.softDeletion(CommentRow.class);
    }

    @Query(COLUMNS + "= :ticket AND c.created_at > :after ORDER BY c.created_at DESC, c.id DESC LIMIT :limit")
    abstract List<CommentRow> findNewestAfter(Id<Ticket> ticket, Instant after, int limit);

    @Query(COLUMNS + IdSet.IN + " ORDER BY c.ticket_id, c.created_at, c.id")
    abstract List<CommentRow> findOf(String ids);

    @Override
    @Query("""
            SELECT COUNT(*) FROM comments c JOIN tickets t ON t.id = c.ticket_id
             WHERE t.project_id = :project AND t.deleted_at IS NULL AND c.deleted_at IS NOT NULL""")
    public abstract int countDeleted(Id<Project> project);

    abstract CommentRow update(CommentRow row);

    @Override
    public Comment require(Access access, Id<Comment> id) {
        return finder.require(access, "r.deleted_at IS NULL AND r.id = ?", id);
    }

    @Override
    public Page<Comment> page(OfTicket filter, PageRequest request) {
        return list.page(filter, new Conditions().and("ticket_id = ?", filter.ticketId()), request);
    }

    @Override
    public List<Comment> findSince(Id<Ticket> ticket, Instant after, int limit) {
        return read(findNewestAfter(ticket, after, limit).reversed());
    }

    @Override
    public List<Comment> findByTickets(Collection<Id<Ticket>> tickets) {
        return tickets.isEmpty() ? List.of() : read(findOf(IdSet.of(tickets)));
    }

    @Override
    public void insertAll(List<Comment> comments) {
        sql.insertAll(CommentRow.class, ReadBack.rows(comments, mapper::toRow, mapper::toDomain));
    }

    @Override
    public void update(Comment comment) {
        CommentRow row = ReadBack.row(comment, mapper::toRow, mapper::toDomain);
        Errors.translating(() -> update(row));
    }

    @Override
    public void deleteByTicket(Id<Ticket> ticket, Deletion deletion) {
        deletions.delete(deletion, "ticket_id = ?", ticket);
    }

    @Override
    public void deleteByProject(Id<Project> project, Deletion deletion) {
        deletions.delete(deletion, "ticket_id IN (SELECT t.id FROM tickets t WHERE t.project_id = ?)", project);
    }

    @Override
    public void restore(Deletion deletion) {
        deletions.restore(deletion);
    }

    private List<Comment> read(List<CommentRow> rows) {
        return Errors.readingEach(rows, mapper::toDomain);
    }
}
