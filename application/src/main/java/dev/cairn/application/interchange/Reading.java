package dev.cairn.application.interchange;

import java.io.IOException;
import java.util.function.Consumer;

/** What is imported, told from beginning to end as often as somebody asks: first to plan it, then to store it. */
interface Reading {
    void read(Consumer<Imported> sink) throws IOException;

    /** In bytes, or more. */
    long size() throws IOException;
}
