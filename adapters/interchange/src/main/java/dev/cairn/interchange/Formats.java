package dev.cairn.interchange;

import dev.cairn.application.interchange.ExportWriter;
import dev.cairn.application.interchange.TrackerFormat;
import java.util.List;

/** All formats that Cairn reads, and the one it writes. */
public final class Formats {
    private Formats() {}

    public static List<TrackerFormat> all() {
        return List.of(new TaskMasterFormat(), new BeadsFormat(), new CairnFormat());
    }

    public static ExportWriter exportWriter() {
        return new CairnWriter();
    }
}
