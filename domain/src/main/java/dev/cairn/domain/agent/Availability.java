package dev.cairn.domain.agent;

/** Whether an agent answers. */
public enum Availability {
    /** Its user is deactivated. */
    INACTIVE,
    ACTIVE,
    /** It answers somebody right now; others wait or not, as its provider allows. */
    BUSY
}
