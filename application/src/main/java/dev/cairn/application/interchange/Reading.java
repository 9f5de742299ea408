package dev.cairn.application.interchange;

import java.io.IOException;
import java.util.function.Consumer;

/** An import's source, which can be read more than once: first to plan, then to store. */
interface Reading {
    void read(Consumer<Imported> sink) throws IOException;

    /** Returns the size in bytes, or an upper bound of it. */
    long size() throws IOException;
}
