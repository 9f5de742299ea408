package dev.cairn.schema.move;

import dev.cairn.application.database.DatabaseMove.Table;
import dev.cairn.domain.kernel.Sha256;
import dev.cairn.schema.Engine;
import dev.cairn.schema.model.TableModel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Counts and sums the rows of a table, the same on every engine and in whichever order they come: of each row the SHA-256 of its
 * values as {@link TableReader} says them, added up in four parts of 64 bits.
 */
final class TableSum {
    private static final byte NULL = 0;
    private static final byte INTEGER = 1;
    private static final byte REAL = 2;
    private static final byte TEXT = 3;
    private static final byte BYTES = 4;
    private static final int PARTS = 4;

    private final MessageDigest digest = Sha256.digest();
    private final byte[] number = new byte[1 + Long.BYTES];
    private final long[] sums = new long[PARTS];
    private long rows;

    private TableSum() {}

    /** @param read is told of each row */
    static Table of(Connection connection, Engine engine, TableModel table, Runnable read) throws SQLException {
        TableSum sum = new TableSum();
        new TableReader(connection, engine, table).each(null, row -> {
            sum.add(row);
            read.run();
        });
        return new Table(table.name(), sum.rows, sum.text());
    }

    private void add(@Nullable Object[] row) {
        for (Object value : row) {
            switch (value) {
                case null -> digest.update(NULL);
                case Long integer -> number(INTEGER, integer);
                case Double real -> number(REAL, Double.doubleToLongBits(real));
                case String text -> bytes(TEXT, text.getBytes(StandardCharsets.UTF_8));
                case byte[] bytes -> bytes(BYTES, bytes);
                default -> throw new IllegalStateException("No cell holds a " + value.getClass());
            }
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        for (int i = 0; i < PARTS; i++) {
            sums[i] += hash.getLong();
        }
        rows++;
    }

    private void number(byte kind, long value) {
        ByteBuffer.wrap(number).put(kind).putLong(value);
        digest.update(number);
    }

    private void bytes(byte kind, byte[] bytes) {
        number(kind, bytes.length);
        digest.update(bytes);
    }

    private String text() {
        ByteBuffer all = ByteBuffer.allocate(PARTS * Long.BYTES);
        for (long sum : sums) {
            all.putLong(sum);
        }
        return HexFormat.of().formatHex(all.array());
    }
}
