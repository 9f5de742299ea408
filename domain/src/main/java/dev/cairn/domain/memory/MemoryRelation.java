package dev.cairn.domain.memory;

import dev.cairn.domain.kernel.Id;

/** A memory supports, contradicts or refines another. */
public record MemoryRelation(Id<Memory> fromId, Id<Memory> toId, RelationKind kind) {}
