package dev.cairn.schema.move;

import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.ColumnType;
import dev.cairn.schema.model.TableModel;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Sends rows to PostgreSQL by COPY, in its binary format (chapter "COPY" of its manual). */
final class CopiedRows implements RowWriter {
    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int SENT_BYTES = 64 << 10;
    private static final int NULL = -1;
    private static final int END = -1;
    /** PostgreSQL counts microseconds from the beginning of 2000. */
    private static final long EPOCH_MILLIS = 946_684_800_000L;

    private static final long MICROS = 1_000;

    private final String copy;
    private final List<ColumnModel> columns;
    private byte[] buffer = new byte[2 * SENT_BYTES];
    private int length;
    private @Nullable CopyIn running;

    CopiedRows(TableModel table) {
        this.columns = table.columns();
        this.copy = "COPY %s (%s) FROM STDIN (FORMAT binary)"
                .formatted(table.name(), columns.stream().map(ColumnModel::name).collect(Collectors.joining(", ")));
    }

    @Override
    public void write(Connection connection, @Nullable Object[] row) throws SQLException {
        if (running == null) {
            running = new CopyManager(connection.unwrap(BaseConnection.class)).copyIn(copy);
            length = 0;
            bytes(HEAD);
        }
        number(row.length, Short.BYTES);
        for (int i = 0; i < row.length; i++) {
            cell(columns.get(i).type(), row[i]);
        }
        if (length >= SENT_BYTES) {
            send(running);
        }
    }

    @Override
    public void finish() throws SQLException {
        CopyIn copying = running;
        if (copying != null) {
            number(END, Short.BYTES);
            send(copying);
            running = null;
            copying.endCopy();
        }
    }

    /** The connection takes no other statement while it copies. */
    @Override
    public void abandon() {
        CopyIn copying = running;
        running = null;
        if (copying != null) {
            try {
                copying.cancelCopy();
            } catch (SQLException e) {
                System.getLogger(CopiedRows.class.getName())
                        .log(System.Logger.Level.DEBUG, "The copying was over already", e);
            }
        }
    }

    private void send(CopyIn copying) throws SQLException {
        copying.writeToCopy(buffer, 0, length);
        length = 0;
    }

    private void cell(ColumnType type, @Nullable Object value) {
        switch (value) {
            case null -> number(NULL, Integer.BYTES);
            case String text -> sized(text.getBytes(StandardCharsets.UTF_8));
            case byte[] bytes -> sized(bytes);
            case Double real -> sized(Double.doubleToLongBits(real), Long.BYTES);
            case Long integer -> integer(type, integer);
            default -> throw new IllegalStateException("No cell holds a " + value.getClass());
        }
    }

    private void integer(ColumnType type, long value) {
        switch (type) {
            case BOOLEAN -> sized(value, Byte.BYTES);
            case INTEGER -> sized(value, Integer.BYTES);
            case TIMESTAMP -> sized(Math.multiplyExact(value - EPOCH_MILLIS, MICROS), Long.BYTES);
            case BIGINT, REAL, TEXT, JSON, BYTES, WORDS -> sized(value, Long.BYTES);
        }
    }

    private void sized(byte[] bytes) {
        number(bytes.length, Integer.BYTES);
        bytes(bytes);
    }

    private void sized(long value, int size) {
        number(size, Integer.BYTES);
        number(value, size);
    }

    private void bytes(byte[] bytes) {
        require(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void number(long value, int size) {
        require(size);
        for (int shift = (size - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[length++] = (byte) (value >>> shift);
        }
    }

    private void require(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
