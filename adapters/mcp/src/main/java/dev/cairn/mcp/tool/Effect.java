package dev.cairn.mcp.tool;

/** The effect of a call, from which a client decides whether to ask a person first. */
public enum Effect {
    /** Changes nothing. */
    READS(true, false, true, false),
    /** Adds something new; existing things stay as they are. */
    ADDS(false, false, false, false),
    /** Adds something new, which models elsewhere may be asked to answer. */
    SPEAKS(false, false, false, true),
    /** Moves existing things on; a repeated call changes nothing more. */
    MOVES(false, false, true, false),
    /** Adds something new, or replaces existing text. */
    REPLACES(false, true, false, false);

    private final boolean readOnly;
    private final boolean destructive;
    private final boolean idempotent;
    private final boolean openWorld;

    Effect(boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {
        this.readOnly = readOnly;
        this.destructive = destructive;
        this.idempotent = idempotent;
        this.openWorld = openWorld;
    }

    public boolean readOnly() {
        return readOnly;
    }

    public boolean destructive() {
        return destructive;
    }

    public boolean idempotent() {
        return idempotent;
    }

    /** Whether it reaches somebody beyond Cairn. */
    public boolean openWorld() {
        return openWorld;
    }
}
