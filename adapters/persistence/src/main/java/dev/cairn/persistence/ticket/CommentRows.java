package dev.cairn.persistence.ticket;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Generated access to {@code comments}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CommentRows extends GenericRepository<CommentRow, Long> {
    List<CommentRow> saveAll(List<CommentRow> rows);

    CommentRow update(CommentRow row);
}
