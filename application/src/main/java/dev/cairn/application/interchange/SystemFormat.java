package dev.cairn.application.interchange;

import java.io.IOException;
import java.io.InputStream;

/** The database of another system, with all its projects. */
public interface SystemFormat {
    /** Returns the format's name, for clients and as the source of aliases: {@code promptliano}. */
    String name();

    /**
     * Copies the file and opens the copy; it is checked as a whole before anything is read.
     *
     * @throws dev.cairn.domain.error.Invalid {@code format} when it is no such database, or damaged
     * @throws dev.cairn.domain.error.Unavailable {@code disk_full} when there is no room for the copy
     */
    ForeignSystem open(InputStream file) throws IOException;
}
