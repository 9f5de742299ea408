package dev.cairn.application.interchange;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A received file that can be read more than once: first as a whole to check it, then to store it (I4). */
public final class Spool implements AutoCloseable {
    /** The size up to which a file stays in memory. */
    private static final int MEMORY_BYTES = 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final byte[] bytes;
    private final @Nullable FileChannel file;

    private Spool(byte[] bytes, @Nullable FileChannel file) {
        this.bytes = bytes;
        this.file = file;
    }

    /** @throws Unavailable {@code disk_full} when the folder for temporary files has no room for it */
    public static Spool of(InputStream source) throws IOException {
        byte[] beginning = source.readNBytes(MEMORY_BYTES);
        if (beginning.length < MEMORY_BYTES) {
            return new Spool(beginning, null);
        }
        FileChannel file = created();
        boolean done = false;
        try {
            copy(beginning, source, file);
            done = true;
            return new Spool(new byte[0], file);
        } finally {
            if (!done) {
                file.close();
            }
        }
    }

    /** Returns the size in bytes. */
    public long size() throws IOException {
        return file == null ? bytes.length : file.size();
    }

    /** Opens the file at its beginning. Only one stream may be open; closing it keeps the file open. */
    public InputStream open() throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(bytes);
        }
        file.position(0);
        return new BufferedInputStream(new Kept(Channels.newInputStream(file)), BUFFER_BYTES);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    /** A stream that does not close the file. */
    private static final class Kept extends FilterInputStream {
        Kept(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return in.read(into, offset, length);
        }

        @Override
        public void close() {
            // The file is read again.
        }
    }

    /** Creates a file that is deleted when it is closed, so that nothing of it is left. */
    private static FileChannel created() {
        try {
            Path path = Files.createTempFile("cairn-import", ".part");
            return FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** Copies the file. A failure to read is the client's, an {@link IOException}; a failure to write is {@code disk_full}. */
    private static void copy(byte[] beginning, InputStream source, FileChannel file) throws IOException {
        byte[] buffer = beginning;
        int length = beginning.length;
        while (length >= 0) {
            write(file, buffer, length);
            buffer = buffer.length == BUFFER_BYTES ? buffer : new byte[BUFFER_BYTES];
            length = source.read(buffer);
        }
    }

    private static void write(FileChannel file, byte[] buffer, int length) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw full(e);
        }
    }

    private static Unavailable full(IOException cause) {
        return new Unavailable(
                ErrorCode.DISK_FULL, "There is no room for the file in the folder for temporary files", cause);
    }
}
