package dev.cairn.persistence.queue;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Generated access to {@code queue_claims}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ClaimRows extends GenericRepository<ClaimRow, Long> {
    ClaimRow save(ClaimRow row);

    ClaimRow update(ClaimRow row);
}
