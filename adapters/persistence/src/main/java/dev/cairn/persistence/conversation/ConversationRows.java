package dev.cairn.persistence.conversation;

import dev.cairn.persistence.kernel.Rows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** Generated access to {@code conversations}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ConversationRows extends Rows<ConversationRow> {}
