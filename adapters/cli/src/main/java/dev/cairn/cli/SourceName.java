package dev.cairn.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Computes the default name of a tracker's file: the name of its repository, or of the folder around the tracker's own. */
final class SourceName {
    private static final String REPOSITORY = ".git";
    private static final String TASKS = "tasks";
    private static final String NAMELESS = "files";

    private SourceName() {}

    static String of(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        for (Path above = folder; above != null; above = above.getParent()) {
            if (above.getFileName() != null && Files.exists(above.resolve(REPOSITORY))) {
                return above.getFileName().toString();
            }
        }
        Path around = folder;
        while (around != null
                && around.getFileName() != null
                && belongsToTracker(around.getFileName().toString())) {
            around = around.getParent();
        }
        return around == null || around.getFileName() == null
                ? NAMELESS
                : around.getFileName().toString();
    }

    private static boolean belongsToTracker(String name) {
        return name.startsWith(".") || name.equals(TASKS);
    }
}
