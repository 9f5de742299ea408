package dev.cairn.domain.user;

/** The color theme of the pages. */
public enum Theme {
    DARK,
    LIGHT,
    SYSTEM
}
