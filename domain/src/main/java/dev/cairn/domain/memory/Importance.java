package dev.cairn.domain.memory;

/** The importance of a memory; a critical one is never pruned (R48). */
public enum Importance {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
