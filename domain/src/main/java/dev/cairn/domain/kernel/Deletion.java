package dev.cairn.domain.kernel;

import java.time.Instant;

/** Names one soft delete: it is stamped on everything that the delete takes along, so that a restore brings back exactly that set (R5). */
public record Deletion(Id<Deletion> id, Instant at) {}
