package dev.cairn.persistence.memory;

import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.persistence.kernel.MappingRules;
import dev.cairn.persistence.kernel.RowMapper;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps memories to their rows and back. */
@Mapper(config = MappingRules.class)
interface MemoryMapper extends RowMapper<Memory, MemoryRow> {
    @Override
    @Mapping(target = "content", source = "row")
    @Mapping(target = "lifecycle", source = "row")
    Memory toDomain(MemoryRow row);

    MemoryContent content(MemoryRow row);

    @Override
    @Mapping(target = ".", source = "content")
    @Mapping(target = ".", source = "lifecycle")
    @Mapping(target = "content", source = "content.content")
    MemoryRow toRow(Memory root);
}
