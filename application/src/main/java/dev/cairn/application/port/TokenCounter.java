package dev.cairn.application.port;

/** Counts the tokens of a text as current models do; a text that looks like a model's own mark is counted as any other. */
@FunctionalInterface
public interface TokenCounter {
    int count(String text);
}
