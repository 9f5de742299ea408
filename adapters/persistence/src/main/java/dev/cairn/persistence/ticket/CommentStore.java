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
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.SortField;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The store of comments. */
@Singleton
final class CommentStore implements CommentRepository {
    private static final String DELETE =
            "UPDATE comments SET deleted_at = ?, deletion_id = ? WHERE deleted_at IS NULL AND ";

    private final CommentRows rows;
    private final CommentMapper mapper;
    private final Sql sql;
    private final String select;
    private final KeysetList<Comment> list;
    private final GuardedFinder<Comment> finder;

    CommentStore(CommentRows rows, CommentMapper mapper, Sql sql) {
        this.rows = rows;
        this.mapper = mapper;
        this.sql = sql;
        this.select =
                "SELECT " + sql.type(CommentRow.class).select("c") + " FROM comments c WHERE deleted_at IS NULL AND ";
        this.list = new KeysetList<>(
                sql,
                sql.type(CommentRow.class).select("c"),
                "comments c",
                Map.of("createdAt", SortField.time("created_at", Comment::createdAt)),
                SortField.integer("id", comment -> comment.id().value()));
        this.finder = new GuardedFinder<>(
                sql,
                "comment",
                sql.type(CommentRow.class).select("c"),
                "comments c" + sql.engine().join("tickets t", "t.id = c.ticket_id"),
                "t.project_id",
                row -> mapper.toDomain(row.as(CommentRow.class)));
    }

    @Override
    public Page<Comment> page(OfTicket filter, PageRequest request) {
        Conditions where = new Conditions().and("ticket_id = ?", filter.ticketId());
        return list.page(filter, where, request, row -> mapper.toDomain(row.as(CommentRow.class)));
    }

    @Override
    public Comment require(Access access, Id<Comment> id) {
        return finder.require(access, "c.deleted_at IS NULL AND c.id = ?", id);
    }

    @Override
    public List<Comment> findSince(Id<Ticket> ticket, Instant after, int limit) {
        return read("ticket_id = ? AND created_at > ? ORDER BY created_at, id LIMIT ?", ticket, after, limit);
    }

    @Override
    public List<Comment> findByTickets(Collection<Id<Ticket>> tickets) {
        return tickets.isEmpty()
                ? List.of()
                : read("ticket_id IN " + sql.engine().ids() + " ORDER BY ticket_id, created_at, id", Sql.ids(tickets));
    }

    @Override
    public void insertAll(List<Comment> comments) {
        sql.insertAll(CommentRow.class, ReadBack.rows(comments, mapper::toRow, mapper::toDomain));
    }

    @Override
    public void update(Comment comment) {
        try {
            rows.update(ReadBack.row(comment, mapper::toRow, mapper::toDomain));
        } catch (RuntimeException e) {
            throw Errors.translate(e);
        }
    }

    @Override
    public void deleteByTicket(Id<Ticket> ticket, Deletion deletion) {
        sql.update(DELETE + "ticket_id = ?", deletion.at(), deletion.id(), ticket);
    }

    @Override
    public void deleteByProject(Id<Project> project, Deletion deletion) {
        sql.update(
                DELETE + "ticket_id IN (SELECT t.id FROM tickets t WHERE t.project_id = ?)",
                deletion.at(),
                deletion.id(),
                project);
    }

    @Override
    public void restore(Deletion deletion) {
        sql.update("UPDATE comments SET deleted_at = NULL, deletion_id = NULL WHERE deletion_id = ?", deletion.id());
    }

    private List<Comment> read(String condition, Object... values) {
        return sql.query(select + condition, row -> mapper.toDomain(row.as(CommentRow.class)), values);
    }
}
