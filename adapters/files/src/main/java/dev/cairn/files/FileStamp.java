package dev.cairn.files;

import dev.cairn.application.file.FoundFile;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a file was: its size, its time and its key say later whether it has been changed. The clock of a file system advances in
 * steps, and two changes within one look the same: a file that was changed a moment ago gets no key, so that the next run reads it again.
 *
 * @param wall the machine's clock, by which its file systems go
 */
record FileStamp(InstantSource wall) {
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int STEP_MILLIS = 20;

    FoundFile found(String path, BasicFileAttributes attributes) {
        Instant modified = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
        boolean young = !modified.isBefore(wall.instant().minusMillis(STEP_MILLIS));
        @Nullable Object key = attributes.fileKey();
        return new FoundFile(path, attributes.size(), bounded(modified), young || key == null ? null : key.toString());
    }

    private static Instant bounded(Instant time) {
        if (time.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return time.isAfter(LATEST) ? LATEST : time;
    }
}
