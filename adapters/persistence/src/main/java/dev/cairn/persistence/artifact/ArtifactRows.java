package dev.cairn.persistence.artifact;

import dev.cairn.persistence.kernel.Rows;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** Generated access to {@code artifacts}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ArtifactRows extends Rows<ArtifactRow> {}
