package dev.cairn.domain.collected;

/**
 * An entry of a list that holds each thing once.
 *
 * @param <T> the entry itself
 */
interface Known<T> {
    /** Answers the key; entries with the same key are the same thing. */
    String key();

    /** Merges both: this one wins in what it says, and the older one keeps what this one leaves out. */
    T over(T older);
}
