package dev.cairn.application.interchange;

import dev.cairn.domain.queue.QueueContent;

/** A queue's definition, without its items. */
public record ImportedQueue(QueueContent content, boolean active) implements Imported.Carried {}
