package dev.cairn.http.door;

/** A body as it came, for a route that reads it by rules of its own. */
@SuppressWarnings("ArrayRecordComponent") // read at once, and never compared
public record Unread(byte[] bytes) {}
