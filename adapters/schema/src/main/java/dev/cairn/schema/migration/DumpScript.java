package dev.cairn.schema.migration;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Runs the output of {@code pg_restore}, statements and the rows between them, in the transaction of a connection. */
final class DumpScript {
    private static final byte[] END = "\\.".getBytes(StandardCharsets.UTF_8);

    private final Connection connection;
    private final BufferedInputStream script;
    private final Runnable tableDone;

    /** @param tableDone told after the rows of each table */
    DumpScript(Connection connection, InputStream script, Runnable tableDone) {
        this.connection = connection;
        this.script = new BufferedInputStream(script);
        this.tableDone = tableDone;
    }

    void run() throws IOException, SQLException {
        StringBuilder statements = new StringBuilder();
        for (byte[] bytes = line(); bytes != null; bytes = line()) {
            String line = new String(bytes, StandardCharsets.UTF_8);
            if (line.startsWith("COPY ") && line.stripTrailing().endsWith(" FROM stdin;")) {
                execute(statements);
                copy(line.stripTrailing());
            } else if (!line.startsWith("\\") && !line.startsWith("SET transaction_timeout")) {
                statements.append(line); // Of psql are restrict and unrestrict; before 17 nobody knows the timeout.
            }
        }
        execute(statements);
    }

    private void execute(StringBuilder statements) throws SQLException {
        if (!statements.toString().isBlank()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(statements.toString());
            }
        }
        statements.setLength(0);
    }

    private void copy(String statement) throws IOException, SQLException {
        CopyIn rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(statement.substring(0, statement.length() - 1));
        try {
            for (byte[] row = line(); row == null || !isEnd(row); row = line()) {
                if (row == null) {
                    throw new IOException("it ends amidst the rows of a table");
                }
                rows.writeToCopy(row, 0, row.length);
            }
            rows.endCopy();
            tableDone.run();
        } finally {
            if (rows.isActive()) {
                rows.cancelCopy();
            }
        }
    }

    private static boolean isEnd(byte[] row) {
        return row.length == END.length + 1 && row[0] == END[0] && row[1] == END[1];
    }

    /** Answers the next line with its end, or null after the last. */
    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = script.read(); b >= 0; b = script.read()) {
            line.write(b);
            if (b == '\n') {
                break;
            }
        }
        return line.size() == 0 ? null : line.toByteArray();
    }
}
