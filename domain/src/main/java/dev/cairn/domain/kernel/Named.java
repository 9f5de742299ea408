package dev.cairn.domain.kernel;

/** A content with a name by which people know the thing. */
public interface Named {
    String name();
}
