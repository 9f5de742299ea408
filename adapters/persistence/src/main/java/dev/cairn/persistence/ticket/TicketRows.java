package dev.cairn.persistence.ticket;

import dev.cairn.persistence.kernel.Rows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** Generated access to {@code tickets}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TicketRows extends Rows<TicketRow> {}
