package dev.cairn.domain.bad;

/** Bad: a port that is a class. */
public final class ConcreteRepository {}
