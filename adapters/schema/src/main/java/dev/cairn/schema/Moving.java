package dev.cairn.schema;

import java.util.List;

/** The marks of a database that is being moved, or moved to (G7, ADR 42); none of them belongs to the schema. */
public final class Moving {
    /** The table in a database whose contents are being moved, or were; while it is there, nothing else is written. */
    public static final String SOURCE = "cairn_move";
    /** The table in a database that is being filled; while it is there, the database is not opened. */
    public static final String TARGET = "cairn_move_target";
    /** The table of the statements to run once all rows are there. */
    public static final String STEPS = "cairn_move_steps";

    public static final List<String> TABLES = List.of(SOURCE, TARGET, STEPS);

    /** The prefix of the triggers that refuse changes. */
    public static final String TRIGGER = "cairn_moving";
    /** The message of SQLite for a refused change. */
    public static final String MESSAGE = "cairn: this database is being moved";
    /** The SQL state of PostgreSQL for a refused change. */
    public static final String SQL_STATE = "CM503";

    private Moving() {}
}
