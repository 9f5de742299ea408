package dev.cairn.domain.kernel;

/**
 * A root that has content which clients edit.
 *
 * @param <C> its content
 */
public interface Root<C extends Record> extends Recorded {
    C content();
}
