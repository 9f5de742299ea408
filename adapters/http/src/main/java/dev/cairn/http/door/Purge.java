package dev.cairn.http.door;

import io.micronaut.core.annotation.Introspected;

/** The option of a deletion to be for good. */
@Introspected
public record Purge(boolean purge) {}
