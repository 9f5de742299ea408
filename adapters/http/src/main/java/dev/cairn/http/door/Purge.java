package dev.cairn.http.door;

import io.micronaut.core.annotation.Introspected;

/** Whether a deletion is for good. */
@Introspected
public record Purge(boolean purge) {}
