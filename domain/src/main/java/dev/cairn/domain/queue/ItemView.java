package dev.cairn.domain.queue;

/** An item as it looks at one moment: with its derived state. */
public record ItemView(QueueItem item, ItemState state) {}
