package dev.cairn.domain.user;

/** How pages look. */
public enum Theme {
    DARK,
    LIGHT,
    SYSTEM
}
