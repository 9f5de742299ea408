package dev.cairn.domain.memory;

/** The kind of a memory's content. */
public enum MemoryType {
    CONVERSATION,
    PREFERENCE,
    LEARNING,
    CONTEXT,
    FACT
}
