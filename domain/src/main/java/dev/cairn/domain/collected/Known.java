package dev.cairn.domain.collected;

/**
 * An entry of a list that holds each thing once.
 *
 * @param <T> the entry itself
 */
interface Known<T> {
    /** Answers the key; entries with the same key are the same thing. */
    String key();

    /** Merges both: fields of this one win, and the older one keeps the fields that this one leaves out. */
    T over(T older);
}
