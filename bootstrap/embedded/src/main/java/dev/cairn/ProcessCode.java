package dev.cairn;

import dev.cairn.domain.error.WireCode;

/** The reasons why a process cannot start. */
public enum ProcessCode implements WireCode {
    DATABASE_IN_USE,
    PORT_IN_USE,
    BIND_REFUSED,
    FOLDER_DENIED
}
