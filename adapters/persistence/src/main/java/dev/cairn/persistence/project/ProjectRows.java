package dev.cairn.persistence.project;

import dev.cairn.persistence.kernel.Rows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** Generated access to {@code projects}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProjectRows extends Rows<ProjectRow> {}
