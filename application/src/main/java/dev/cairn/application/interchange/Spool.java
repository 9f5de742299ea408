package dev.cairn.application.interchange;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is read more than once: first as a whole, to see that nothing is wrong with it, then to store it (I4). */
final class Spool implements AutoCloseable {
    /** A file up to this size stays in memory. */
    private static final int MEMORY_BYTES = 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final byte[] bytes;
    private final @Nullable Path file;

    private Spool(byte[] bytes, @Nullable Path file) {
        this.bytes = bytes;
        this.file = file;
    }

    /** @throws Unavailable {@code disk_full} when the folder for temporary files has no room for it */
    static Spool of(InputStream source) throws IOException {
        byte[] beginning = source.readNBytes(MEMORY_BYTES);
        if (beginning.length < MEMORY_BYTES) {
            return new Spool(beginning, null);
        }
        Path file = created();
        boolean done = false;
        try {
            copy(beginning, source, file);
            done = true;
            return new Spool(new byte[0], file);
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** In bytes. */
    long size() throws IOException {
        return file == null ? bytes.length : Files.size(file);
    }

    InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(bytes) : new BufferedInputStream(Files.newInputStream(file));
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private static Path created() {
        try {
            return Files.createTempFile("cairn-import", ".part");
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** What cannot be read is the sender's affair, what cannot be written is ours. */
    private static void copy(byte[] beginning, InputStream source, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = beginning;
            int length = beginning.length;
            while (length >= 0) {
                write(out, buffer, length);
                buffer = buffer.length == BUFFER_BYTES ? buffer : new byte[BUFFER_BYTES];
                length = source.read(buffer);
            }
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw full(e);
        }
    }

    private static Unavailable full(IOException cause) {
        return new Unavailable(
                ErrorCode.DISK_FULL, "There is no room for the file in the folder for temporary files", cause);
    }
}
