package dev.cairn.domain.collected;

/**
 * An entry that a list holds once.
 *
 * @param <T> the entry itself
 */
interface Known<T> {
    /** Entries with the same key are the same thing. */
    String key();

    /** Both put together: this one wins in what it says, and what it leaves out stays as it was in the older one. */
    T over(T older);
}
