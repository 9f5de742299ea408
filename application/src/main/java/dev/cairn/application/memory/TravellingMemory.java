package dev.cairn.application.memory;

import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.kernel.Sha256;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.memory.RelationKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A memory of a project in an export, matched by its content. The conversation in which it was learned and the count of
 * its accesses are left out.
 *
 * @param relations to memories of earlier lines
 */
public record TravellingMemory(
        MemoryContent memory,
        @Nullable Instant createdAt,
        @Nullable Instant archivedAt,
        @Nullable List<Relation> relations)
        implements Named {
    /**
     * A relation between the memory and an earlier one in the file, in either direction.
     *
     * @param other what that says
     */
    public record Relation(RelationKind kind, String other, boolean incoming) {}

    public TravellingMemory {
        relations = relations == null ? List.of() : List.copyOf(relations);
    }

    @Override
    public String name() {
        return Sha256.of(memory.content());
    }
}
