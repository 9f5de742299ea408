package dev.cairn.domain.collected;

/** Who or what an actor is. */
public enum ActorType {
    HUMAN,
    SYSTEM,
    EXTERNAL
}
