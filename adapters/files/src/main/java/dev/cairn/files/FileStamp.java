package dev.cairn.files;

import dev.cairn.application.file.FoundFile;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What tells that a file has not been changed: its size, its time and its key. */
final class FileStamp {
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    /**
     * The clock of a file system advances in steps: two changes within one look the same. A file that was changed less long ago is
     * looked at again by the next run.
     */
    private static final int STEP_MILLIS = 20;

    private FileStamp() {}

    static FoundFile found(String path, BasicFileAttributes attributes) {
        Instant modified = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
        boolean young = !modified.isBefore(Instant.now().minusMillis(STEP_MILLIS));
        @Nullable Object key = attributes.fileKey();
        return new FoundFile(
                path,
                attributes.size(),
                modified.isBefore(Instant.EPOCH) ? Instant.EPOCH : modified.isAfter(LATEST) ? LATEST : modified,
                young || key == null ? null : key.toString());
    }
}
