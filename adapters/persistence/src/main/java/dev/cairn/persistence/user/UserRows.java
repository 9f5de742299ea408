package dev.cairn.persistence.user;

import dev.cairn.persistence.kernel.Rows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** Generated access to {@code users}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface UserRows extends Rows<UserRow> {}
