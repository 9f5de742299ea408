package dev.cairn.http.door;

/** A whole number in a path. */
public record Whole(int value) {}
