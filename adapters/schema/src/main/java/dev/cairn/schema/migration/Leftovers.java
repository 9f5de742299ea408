package dev.cairn.schema.migration;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Copies in the making, named by their process, so that another one knows when nobody makes them any more. */
final class Leftovers {
    static final String DRAFT = "draft";
    static final String REHEARSAL = "rehearsal";
    /** Earlier versions named the number only. */
    private static final Pattern NAME =
            Pattern.compile("\\.(?:draft|rehearsal)-(\\d{1,18})(?:-(\\d{1,18}))?(?:-wal|-shm|-journal)?");

    private static final Logger LOG = System.getLogger(Leftovers.class.getName());

    private Leftovers() {}

    /** {@code .draft-4711-1767225600000}: a number of a process is given again, with the time of its start it is not. */
    static String name(String what) {
        ProcessHandle process = ProcessHandle.current();
        return ".%s-%d-%d".formatted(what, process.pid(), started(process));
    }

    /** Removes those of processes that are gone. */
    static void remove(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && isGone(Long.parseLong(name.group(1)), name.group(2))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "What is left in " + folder + " could not be removed", e);
        }
    }

    private static boolean isGone(long pid, @Nullable String start) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> start == null || started(process) == Long.parseLong(start))
                .isEmpty();
    }

    /** 0 where the system does not tell. */
    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
