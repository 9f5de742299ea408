package dev.cairn.application.pack;

/** What a part of a pack is, in the order in which parts stand in it. */
public enum PartKind {
    TICKET,
    PROMPT,
    CONVERSATION,
    FILE
}
