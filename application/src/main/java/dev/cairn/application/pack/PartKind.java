package dev.cairn.application.pack;

/** The kind of a pack's part, in the order of the parts in a pack. */
public enum PartKind {
    TICKET,
    PROMPT,
    CONVERSATION,
    FILE
}
