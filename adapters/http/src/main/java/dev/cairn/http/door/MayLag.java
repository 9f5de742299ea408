package dev.cairn.http.door;

/** An answer that a replica may give to a client that says how recent it has to be (G8): lists, hits, statistics. */
public interface MayLag {}
