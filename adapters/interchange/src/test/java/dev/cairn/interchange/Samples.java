package dev.cairn.interchange;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The formats of other trackers, on the same day. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final BeadsFormat BEADS = new BeadsFormat(Clock.fixed(NOW, ZoneOffset.UTC));
    static final TaskMasterFormat TASK_MASTER = new TaskMasterFormat();

    private Samples() {}

    /** What a file with this one issue, whose id is {@code a}, delivers. */
    static Collected issue(String fields) {
        return Collected.of(BEADS, "{\"id\":\"a\",\"title\":\"x\"," + fields + "}");
    }

    /** What a file with this one task, whose id is 1 and whose tag is {@code t}, delivers. */
    static Collected task(String fields) {
        return Collected.of(TASK_MASTER, "{\"t\":{\"tasks\":[{\"id\":1,\"title\":\"x\"," + fields + "}]}}");
    }
}
