package dev.cairn.cli;

import dev.cairn.client.FileBody;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * The content of an import to be sent: a file as it is, the standard input, or as an archive a folder, or the database of a
 * program that may run.
 *
 * @param size how long it will be, as far as that is known
 */
record ImportFile(String mediaType, long size, InputStream content) implements AutoCloseable {
    private static final String STDIN = "-";

    static boolean isStdin(Path file) {
        return file.toString().equals(STDIN);
    }

    /** @throws IOException when it cannot be read */
    static ImportFile of(Path file, String format) throws IOException {
        if (isStdin(file)) {
            return of(new BufferedInputStream(System.in), format, Long.MAX_VALUE);
        }
        if (ForeignFormat.isSystem(format) && !ForeignFormat.isArchive(file)) {
            return packed(archive -> DatabaseArchive.pack(file, archive));
        }
        if (Files.isDirectory(file)) {
            // Tasks before what is completed or archived: the first of an id keeps it.
            return packed(archive -> FolderArchive.pack(
                    ForeignFormat.backlog(file),
                    archive,
                    _ -> true,
                    FolderArchive::isMarkdown,
                    Comparator.reverseOrder()));
        }
        return of(new BufferedInputStream(Files.newInputStream(file)), format, Files.size(file));
    }

    private static ImportFile of(InputStream content, String format, long size) throws IOException {
        return new ImportFile(ForeignFormat.mediaType(format, content), size, content);
    }

    private interface Packing {
        void into(TemporaryArchive archive) throws IOException;
    }

    private static ImportFile packed(Packing packing) throws IOException {
        TemporaryArchive archive = TemporaryArchive.make();
        boolean done = false;
        try {
            packing.into(archive);
            done = true;
            return new ImportFile(TemporaryArchive.MEDIA_TYPE, archive.size(), archive.open());
        } finally {
            if (!done) {
                archive.close();
            }
        }
    }

    FileBody body(ProgressBar progress) {
        return new FileBody(mediaType, BodyPublishers.ofInputStream(() -> progress.counting(content)));
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
