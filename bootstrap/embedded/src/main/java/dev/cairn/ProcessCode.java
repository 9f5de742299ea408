package dev.cairn;

import dev.cairn.domain.error.WireCode;

/** What keeps a process from starting. */
public enum ProcessCode implements WireCode {
    DATABASE_IN_USE,
    PORT_IN_USE,
    BIND_REFUSED,
    FOLDER_DENIED
}
