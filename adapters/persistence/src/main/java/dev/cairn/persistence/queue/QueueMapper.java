package dev.cairn.persistence.queue;

import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.persistence.kernel.MappingRules;
import dev.cairn.persistence.kernel.RowMapper;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps queues to their rows and back. */
@Mapper(config = MappingRules.class)
interface QueueMapper extends RowMapper<Queue, QueueRow> {
    @Override
    @Mapping(target = "content", source = "row")
    @Mapping(target = "lifecycle", source = "row")
    Queue toDomain(QueueRow row);

    @Mapping(target = "feeds", expression = "java(FeedsTree.read(row.feeds()))")
    QueueContent content(QueueRow row);

    @Override
    @Mapping(target = ".", source = "content")
    @Mapping(target = ".", source = "lifecycle")
    @Mapping(target = "feeds", expression = "java(FeedsTree.write(root.content().feeds()))")
    @Mapping(target = "nameKey", source = "content.name", qualifiedByName = "uniqueKey")
    QueueRow toRow(Queue root);
}
