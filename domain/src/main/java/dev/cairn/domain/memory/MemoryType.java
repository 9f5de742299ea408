package dev.cairn.domain.memory;

/** What kind of thing is remembered. */
public enum MemoryType {
    CONVERSATION,
    PREFERENCE,
    LEARNING,
    CONTEXT,
    FACT
}
