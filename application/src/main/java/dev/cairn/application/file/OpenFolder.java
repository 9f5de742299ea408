package dev.cairn.application.file;

import org.jspecify.annotations.Nullable;

/** An open folder, whose files can be read. Reading is fastest when files of the same subfolder follow one another. */
public interface OpenFolder extends AutoCloseable {
    /** The result of reading a file. */
    sealed interface Content {
        /**
         * The text of a file.
         *
         * @param file the file's state while it was read
         */
        record Text(FoundFile file, String sha256, String text) implements Content {}

        /** A file without a text, which an index leaves out. */
        record None(Reason reason) implements Content {}
    }

    /** The reason why a file has no text. */
    enum Reason {
        /** The file does not exist any more, or is no regular file. */
        GONE,
        TOO_LARGE,
        BINARY,
        /** By its name it holds secrets (X7). */
        SECRET,
        UNREADABLE,
        /** The file is part of Cairn's own database (P12). */
        OWN_DATABASE
    }

    /** Reads a whole file, without following a link in any part of its path. */
    Content read(String path);

    /** Answers the hash of a file without its text; null when there is none. */
    @Nullable
    String hash(String path);

    @Override
    void close();
}
