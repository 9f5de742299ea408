package dev.cairn.persistence.queue;

import dev.cairn.persistence.kernel.Rows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** Generated access to {@code queues}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QueueRows extends Rows<QueueRow> {}
