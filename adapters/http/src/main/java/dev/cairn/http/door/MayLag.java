package dev.cairn.http.door;

/** An answer that a replica of the database may give to who says how recent it has to be (G8): lists, hits, statistics. */
public interface MayLag {}
