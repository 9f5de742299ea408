package dev.cairn.mcp.tool;

import java.util.function.BiFunction;

/**
 * A tool for agents.
 *
 * @param description what it is for and when to call it, for a model to read
 * @param arguments a record, whose components are what is taken
 * @param answer a record, whose components are what comes back
 * @param run the use cases behind it
 */
public record Tool<A extends Record, R extends Record>(
        String name,
        String title,
        String description,
        Effect effect,
        Class<A> arguments,
        Class<R> answer,
        BiFunction<Asked, A, R> run) {}
