package dev.cairn.schema;

import dev.cairn.domain.kernel.Wire;

/** The two engines whose DDL is written. */
public enum Dialect {
    SQLITE,
    POSTGRESQL;

    /** The folder of its migrations, and what users call it. */
    public String id() {
        return Wire.of(this);
    }
}
