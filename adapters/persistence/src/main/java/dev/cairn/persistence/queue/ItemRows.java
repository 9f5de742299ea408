package dev.cairn.persistence.queue;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Generated access to {@code queue_items}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ItemRows extends GenericRepository<ItemRow, Long> {
    List<ItemRow> saveAll(List<ItemRow> rows);

    List<ItemRow> updateAll(List<ItemRow> rows);
}
