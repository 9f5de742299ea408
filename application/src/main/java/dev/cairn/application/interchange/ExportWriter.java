package dev.cairn.application.interchange;

import java.io.IOException;
import java.io.OutputStream;

/** Writes Cairn's own JSON Lines, one entry a line; what it writes, the format {@code cairn} reads. */
public interface ExportWriter {
    /** External ids in it are Cairn's own ids; all links are outgoing. */
    void write(OutputStream out, Imported.Carried line) throws IOException;
}
