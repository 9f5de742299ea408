package dev.cairn.application.interchange;

import dev.cairn.domain.queue.QueueContent;

/** A queue's definition; what was on it does not travel. */
public record ImportedQueue(QueueContent content, boolean active) implements Imported.Carried {}
