package dev.cairn.persistence.memory;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryRelation;
import dev.cairn.domain.memory.RelationKind;
import dev.cairn.schema.Index;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code memory_relations}. */
@MappedEntity("memory_relations")
@Index(name = "memory_relations_pair", on = "from_id, to_id", unique = true)
record MemoryRelationRow(
        @io.micronaut.data.annotation.Id long id,

        @References(value = Memory.class, onDelete = OnDelete.CASCADE)
        long fromId,

        @References(value = Memory.class, onDelete = OnDelete.CASCADE)
        long toId,

        RelationKind kind) {
    MemoryRelation toDomain() {
        return new MemoryRelation(new Id<>(fromId), new Id<>(toId), kind);
    }
}
