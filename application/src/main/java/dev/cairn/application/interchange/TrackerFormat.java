package dev.cairn.application.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** A tracker's file format that can be imported. */
public interface TrackerFormat {
    /** Returns the format's name, for clients and as the source of aliases: {@code taskmaster}. */
    String name();

    /**
     * Reads the file as a stream; what is wrong with one entry is reported and does not stop the rest.
     *
     * @throws dev.cairn.domain.error.Invalid {@code format} when it is not a file of this format at all
     */
    void read(InputStream file, Consumer<Imported> sink) throws IOException;
}
