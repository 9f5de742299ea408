package dev.cairn.mcp.tool;

/** The effect of a call, from which a client decides whether to ask a person first. */
public enum Effect {
    /** Changes nothing. */
    READS(true, false, true),
    /** Adds something new; existing things stay as they are. */
    ADDS(false, false, false),
    /** Moves existing things on; a repeated call changes nothing more. */
    MOVES(false, false, true),
    /** Adds something new, or replaces existing text. */
    REPLACES(false, true, false);

    private final boolean readOnly;
    private final boolean destructive;
    private final boolean idempotent;

    Effect(boolean readOnly, boolean destructive, boolean idempotent) {
        this.readOnly = readOnly;
        this.destructive = destructive;
        this.idempotent = idempotent;
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
}
