package dev.cairn.schema.move;

import dev.cairn.schema.Engine;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/**
 * Brings the rows of a table that are not there yet, in the order of their keys and many in one transaction: what is there is always
 * a beginning, so that the last key says how far it is.
 */
record Transfer(Connection in, Engine from, Connection out, Filling to) {
    private static final int COMMITTED_ROWS = 10_000;
    private static final int TOLD_ROWS = 1_000;

    /** Says that the database that is filled failed, and not the one that is read. */
    static final class TargetFailed extends SQLException {
        private static final long serialVersionUID = 1L;

        TargetFailed(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
        }
    }

    /** @param brought is told of rows, now and then */
    void rows(TableModel table, LongConsumer brought) throws SQLException {
        RowWriter writer = to.writer(table);
        Engine engine = to.target().engine();
        long[] pending = {0};
        boolean done = false;
        try {
            new TableReader(in, from, table).each(new TableReader(out, engine, table).last(), row -> {
                writing(() -> {
                    if (pending[0] == 0) {
                        Statements.run(out, engine == Engine.SQLITE ? "BEGIN IMMEDIATE" : "BEGIN");
                        to.hurry(out);
                    }
                    writer.write(out, row);
                    pending[0]++;
                    if (pending[0] % TOLD_ROWS == 0) {
                        brought.accept(TOLD_ROWS);
                    }
                    if (pending[0] == COMMITTED_ROWS) {
                        commit(out, writer);
                        pending[0] = 0;
                    }
                });
            });
            if (pending[0] > 0) {
                writing(() -> commit(out, writer));
                brought.accept(pending[0] % TOLD_ROWS);
            }
            done = true;
        } finally {
            if (!done) {
                writer.abandon();
            }
        }
    }

    private static void commit(Connection out, RowWriter writer) throws SQLException {
        writer.finish();
        Statements.run(out, "COMMIT");
    }

    private interface Writing {
        void run() throws SQLException;
    }

    private static void writing(Writing work) throws SQLException {
        try {
            work.run();
        } catch (SQLException e) {
            throw new TargetFailed(e);
        }
    }
}
