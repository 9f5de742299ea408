package dev.cairn.sqlite;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Copies in the making, files or folders of files, named by the process that makes them, so that another one knows when nobody
 * makes them any more.
 */
public final class Leftovers {
    /** Earlier versions named the number of the process only, or that and its start. */
    private static final Pattern NAME = Pattern.compile(
            "\\.(?:draft|rehearsal|import)-(\\d{1,18})(?:-(\\d{1,18}))?(?:-\\d{1,18})?(?:-wal|-shm|-journal)?");

    private static final Logger LOG = System.getLogger(Leftovers.class.getName());
    private static final AtomicLong MADE = new AtomicLong();

    private Leftovers() {}

    /** The kinds of unfinished copies; each has its word in the file's name. */
    public enum Kind {
        DRAFT("draft"),
        REHEARSAL("rehearsal"),
        IMPORT("import");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * Answers a name that nobody else has: {@code .draft-4711-1767225600000-1}. A number of a process is given again, with the
     * time of its start it is not.
     */
    public static String name(Kind kind) {
        ProcessHandle process = ProcessHandle.current();
        return ".%s-%d-%d-%d".formatted(kind.word, process.pid(), started(process), MADE.incrementAndGet());
    }

    /** Removes those of processes that are gone. */
    public static void remove(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && isGone(Long.parseLong(name.group(1)), name.group(2))) {
                    discard(file);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "What is left in " + folder + " could not be removed", e);
        }
    }

    /** Deletes one leftover; one that cannot be deleted, such as another user's, stays and does not stop the others. */
    private static void discard(Path left) {
        try {
            if (Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS)) {
                discardFolder(left);
            } else {
                Files.deleteIfExists(left);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, left + " could not be removed", e);
        }
    }

    /** Deletes a folder with the files in it. */
    public static void discardFolder(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    private static boolean isGone(long pid, @Nullable String start) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> start == null || started(process) == Long.parseLong(start))
                .isEmpty();
    }

    /** Returns when the process started, in milliseconds since 1970; 0 where the system does not tell. */
    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
