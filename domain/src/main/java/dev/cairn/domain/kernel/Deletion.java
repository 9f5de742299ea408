package dev.cairn.domain.kernel;

import java.time.Instant;

/** One soft delete: stamped on everything it takes along, so that a restore brings back exactly that set (R5). */
public record Deletion(Id<Deletion> id, Instant at) {}
