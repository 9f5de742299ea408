package dev.cairn.mcp.tool;

/** What a call leaves behind; clients ask people before some of them. */
public enum Effect {
    /** Nothing. */
    READS(true, false, true),
    /** Something new; what is there stays as it is. */
    ADDS(false, false, false),
    /** What was there moves on; called again, it stays where it is. */
    MOVES(false, false, true),
    /** Something new, or other words in the place of those that were there. */
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
