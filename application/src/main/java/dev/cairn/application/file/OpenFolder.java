package dev.cairn.application.file;

import org.jspecify.annotations.Nullable;

/** A folder of which files are read. Those of one folder one after the other are read fastest. */
public interface OpenFolder extends AutoCloseable {
    /** What reading comes to. */
    sealed interface Content {
        /**
         * A text.
         *
         * @param file as it was while it was read
         */
        record Text(FoundFile file, String sha256, String text) implements Content {}

        /** Something that is left out of an index. */
        record None(Reason reason) implements Content {}
    }

    /** Why there is no text. */
    enum Reason {
        /** It is not there any more, or is no regular file. */
        GONE,
        TOO_LARGE,
        BINARY,
        /** By its name it holds secrets (X7). */
        SECRET,
        UNREADABLE,
        /** It is part of Cairn's own database (P12). */
        OWN_DATABASE
    }

    /** Reads a whole file, without following a link in any part of its path. */
    Content read(String path);

    /** Answers only the hash of a file; null when there is none. */
    @Nullable
    String hash(String path);

    @Override
    void close();
}
