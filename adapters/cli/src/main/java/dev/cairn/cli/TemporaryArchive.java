package dev.cairn.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipOutputStream;

/**
 * An archive that is made to be sent. It holds what may be secret, so its file has no name any more once it is open, and nothing is left of it
 * whatever becomes of this process.
 */
final class TemporaryArchive implements AutoCloseable {
    static final String MEDIA_TYPE = "application/zip";

    private final FileChannel file;

    private TemporaryArchive(FileChannel file) {
        this.file = file;
    }

    /** Writes the entries of the archive. */
    interface Packing {
        void into(ZipOutputStream zip) throws IOException;
    }

    static TemporaryArchive make() throws IOException {
        Path path = Files.createTempFile("cairn", ".zip");
        return new TemporaryArchive(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Packs the archive anew, in the place of its earlier content. */
    void write(Packing packing) throws IOException {
        file.truncate(0);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file));
        try (ZipOutputStream zip = new ZipOutputStream(new KeptOpen(out))) {
            packing.into(zip);
        }
    }

    long size() throws IOException {
        return file.size();
    }

    /** Reads it from its beginning; with the end of that it is gone. */
    InputStream open() {
        try {
            file.position(0);
        } catch (IOException e) {
            throw new CommandFailed(
                    CommandCode.FILE_UNREADABLE, "The archive to be sent is gone: " + e.getMessage(), null);
        }
        return new BufferedInputStream(Channels.newInputStream(file));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A stream whose end is not the end of the file. */
    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
