package dev.cairn.persistence.verify;

/** Something that is true of the tables between any two transactions. */
sealed interface Invariant {
    /** Returns the name in reports, in snake case. */
    String name();

    /** Names the rule of the product that it comes from. */
    String rule();

    /** Returns the kind of a row that breaks it, such as {@code ticket}. */
    String kind();

    /** Returns the words for what is wrong with that row; {@code %s} is the other row that the query names, if any. */
    String words();

    /** Asks both engines; the query answers nothing, or the edges of a graph. */
    String sql();

    /** The query finds the rows that break it: {@code id}, and {@code other} to name beside it. */
    record NoRows(String name, String rule, String kind, String words, String sql) implements Invariant {}

    /** The query answers edges from {@code id} to {@code other}; no way along them leads back to where it began. */
    record NoCycle(String name, String rule, String kind, String words, String sql) implements Invariant {}
}
