package dev.cairn.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The header of a database file (sqlite.org/fileformat2.html, 1.3). It is read without the engine, which would move a
 * foreign program's WAL into its file.
 *
 * @param length how long the file must be at least, in bytes, while no WAL is beside it
 */
public record SqliteHeader(int applicationId, int userVersion, long length) {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 100;
    private static final int PAGE_SIZE_LARGEST = 65_536;

    /** Empty when these are not the first bytes of a SQLite database. */
    public static Optional<SqliteHeader> read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LENGTH);
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (bytes.length < LENGTH
                || !ByteBuffer.wrap(MAGIC).equals(header.duplicate().limit(MAGIC.length))) {
            return Optional.empty();
        }
        int pageSize = Short.toUnsignedInt(header.getShort(16));
        boolean countIsCurrent = header.getInt(24) == header.getInt(92);
        long pages = countIsCurrent ? Integer.toUnsignedLong(header.getInt(28)) : 1;
        return Optional.of(new SqliteHeader(
                header.getInt(68), header.getInt(60), pages * (pageSize == 1 ? PAGE_SIZE_LARGEST : pageSize)));
    }
}
