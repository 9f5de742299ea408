package dev.cairn.domain.collected;

/** An entry that a list holds once. */
interface Known {
    /** Entries with the same key are the same thing. */
    String key();

    /** Whether it says nothing but its name; then it adds nothing to an entry that says more. */
    boolean bare();
}
