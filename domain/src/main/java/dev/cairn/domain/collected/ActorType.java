package dev.cairn.domain.collected;

/** The kind of an actor. */
public enum ActorType {
    HUMAN,
    SYSTEM,
    EXTERNAL
}
