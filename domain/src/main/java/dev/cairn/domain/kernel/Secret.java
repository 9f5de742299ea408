package dev.cairn.domain.kernel;

/** What nobody may read who was not told: neither logs nor answers show it (R11). */
public interface Secret {}
