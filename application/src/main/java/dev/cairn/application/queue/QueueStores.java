package dev.cairn.application.queue;

import dev.cairn.application.port.QueueLocks;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.QueueRepository;

/** The stores that make up a queue. */
public record QueueStores(
        QueueRepository queues, QueueItemRepository items, ClaimRepository claims, QueueLocks locks) {}
