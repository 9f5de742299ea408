package dev.cairn.domain.kernel;

/** A value that neither logs nor answers show (R11). */
public interface Secret {}
