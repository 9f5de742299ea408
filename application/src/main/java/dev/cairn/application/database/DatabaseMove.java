package dev.cairn.application.database;

import java.util.List;
import java.util.function.Consumer;

/**
 * Moves all data of a database to an empty one of any engine (G7). From the beginning the source is read-only for all
 * processes, until {@link #abort}; otherwise it stays unchanged. A failure is an exception with its reason; an
 * interrupted move continues where it was when it is started again.
 */
public interface DatabaseMove {
    /** The step of a move. */
    enum Step {
        COPYING,
        /** Building indexes and the words of the search. */
        INDEXING,
        COMPARING
    }

    /**
     * The progress of a move.
     *
     * @param what the table, or the structure that is built
     * @param done the number of rows or structures, out of {@code total}
     * @param perSecond the rate since this start of the move; 0 until it is known
     */
    record Progress(Step step, String what, long done, long total, long perSecond) {
        /** Returns the seconds until the step is done at this rate. */
        public long secondsLeft() {
            return perSecond == 0 ? 0 : (total - done + perSecond - 1) / perSecond;
        }
    }

    /**
     * A table that is the same in both databases.
     *
     * @param sum a checksum of all rows in any order
     */
    record Table(String name, long rows, String sum) {}

    /**
     * A move that is done.
     *
     * @param resumed how many rows an earlier start had brought
     * @param contradictions rows that break a rule of the product, there as here
     */
    record Moved(String from, String to, List<Table> tables, long resumed, int contradictions, long millis) {
        public Moved {
            tables = List.copyOf(tables);
        }

        public long rows() {
            return tables.stream().mapToLong(Table::rows).sum();
        }
    }

    /**
     * The result of aborting a move.
     *
     * @param wasMoving whether there was one
     * @param wasDone whether everything had been brought: then there are two databases from now on
     */
    record Aborted(String from, boolean wasMoving, boolean wasDone) {}

    /** @throws StorageException with what to do about it; copied data stays for the next start */
    Moved move(DatabaseOptions to, Consumer<Progress> progress);

    /** Lets the source accept writes again; data that was copied stays in the target. */
    Aborted abort();
}
