package dev.cairn.interchange;

import dev.cairn.application.interchange.ExportWriter;
import dev.cairn.application.interchange.TrackerFormat;
import java.time.Clock;
import java.util.List;

/** All formats that Cairn reads, and the one it writes. */
public final class Formats {
    private Formats() {}

    /** @param clock says whether the day has come until which work was put off */
    public static List<TrackerFormat> all(Clock clock) {
        return List.of(new TaskMasterFormat(), new BeadsFormat(clock), new CairnFormat());
    }

    public static ExportWriter exportWriter() {
        return new CairnWriter();
    }
}
