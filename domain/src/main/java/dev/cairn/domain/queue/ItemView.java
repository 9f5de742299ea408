package dev.cairn.domain.queue;

import org.jspecify.annotations.Nullable;

/**
 * An item as it looks at one moment: with its derived state.
 *
 * @param about null when its subject was purged
 */
public record ItemView(
        QueueItem item, ItemState state, @Nullable SubjectName about) {}
