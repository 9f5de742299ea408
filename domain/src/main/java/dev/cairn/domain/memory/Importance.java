package dev.cairn.domain.memory;

/** How much a memory matters; a critical one is never pruned (R48). */
public enum Importance {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
