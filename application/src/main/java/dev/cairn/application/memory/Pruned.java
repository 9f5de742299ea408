package dev.cairn.application.memory;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.memory.Memory;
import java.util.List;

/**
 * The memories that a prune archived, or would archive.
 *
 * @param more whether there is more of it than one call takes
 */
public record Pruned(List<Id<Memory>> memories, boolean dryRun, boolean more) {
    public Pruned {
        memories = List.copyOf(memories);
    }
}
