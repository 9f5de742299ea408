package dev.cairn.application.interchange;

import java.io.IOException;
import java.io.OutputStream;

/** Writes Cairn's own JSON Lines, which the format {@code cairn} reads. */
public interface ExportWriter {
    /** Writes one line. Its external ids are Cairn's own ids, and all links are outgoing. */
    void write(OutputStream out, Imported.Carried line) throws IOException;
}
