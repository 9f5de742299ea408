package dev.cairn.domain.user;

/** Whether a user can be reached, as they say themselves. */
public enum Presence {
    ONLINE,
    AWAY,
    BUSY,
    OFFLINE
}
