package dev.cairn.domain.kernel;

/**
 * What is found, changed and deleted as a whole, and has content that clients edit.
 *
 * @param <C> its content
 */
public interface Root<C extends Record> {
    C content();

    Lifecycle lifecycle();
}
