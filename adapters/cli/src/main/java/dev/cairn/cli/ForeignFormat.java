package dev.cairn.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Detects the format of a file to import: by its name, and where that does not tell, by its first bytes. */
final class ForeignFormat {
    static final String NAMES = "taskmaster, beads, github, backlog, promptliano, projectwiz or cairn";

    private static final List<String> ALL = List.of(NAMES.split(", | or ", -1));
    private static final List<String> SYSTEMS = List.of("promptliano", "projectwiz");
    private static final String SQLITE = "SQLite format 3\0";
    private static final String ARCHIVE = "PK\3\4";
    private static final String BACKLOG = "backlog";
    private static final int BEGINNING_BYTES = 64;

    private ForeignFormat() {}

    static String of(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            return BACKLOG;
        }
        if (name.endsWith(".cairn.jsonl")) {
            return "cairn";
        }
        if (name.endsWith(".jsonl")) {
            return "beads";
        }
        if (name.endsWith("tasks.json")) {
            return "taskmaster";
        }
        if (name.endsWith(".json") && beginning(file).strip().startsWith("[")) {
            return "github";
        }
        if (beginning(file).startsWith(SQLITE)) {
            for (String system : SYSTEMS) {
                if (name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").contains(system)) {
                    return system;
                }
            }
        }
        throw CommandFailed.usage("Name the format: --format " + NAMES);
    }

    /** Returns the format, which must be one of ours. */
    static String known(String format) {
        if (!ALL.contains(format)) {
            throw CommandFailed.usage("There is no format %s: --format %s".formatted(format, NAMES));
        }
        return format;
    }

    /** Returns the media type of a file; a database may come as it is, or in an archive. */
    static String mediaType(String format, InputStream file) throws IOException {
        return switch (format) {
            case "beads", "cairn" -> "application/x-ndjson";
            case BACKLOG -> TemporaryArchive.MEDIA_TYPE;
            default -> isSystem(format) ? systemMediaType(file) : "application/json";
        };
    }

    private static String systemMediaType(InputStream file) throws IOException {
        file.mark(ARCHIVE.length());
        String beginning = new String(file.readNBytes(ARCHIVE.length()), StandardCharsets.ISO_8859_1);
        file.reset();
        return beginning.equals(ARCHIVE) ? TemporaryArchive.MEDIA_TYPE : "application/vnd.sqlite3";
    }

    /** Returns whether the file already is a zip archive. */
    static boolean isArchive(Path file) throws IOException {
        return beginning(file).startsWith(ARCHIVE);
    }

    /** Whether it is the database of a system with several projects. */
    static boolean isSystem(String format) {
        return SYSTEMS.contains(format);
    }

    /** Returns whether files of this format may also come as a folder. */
    static boolean isFolder(String format) {
        return format.equals(BACKLOG);
    }

    /** The folder with the tasks: the one that was named, or the one that Backlog.md makes in it. */
    static Path backlog(Path folder) {
        return List.of(folder, folder.resolve(BACKLOG), folder.resolve("." + BACKLOG)).stream()
                .filter(candidate -> Files.isDirectory(candidate.resolve("tasks")))
                .findFirst()
                .orElseThrow(() -> CommandFailed.usage(
                        "There is no folder 'tasks' in %s, as Backlog.md makes it".formatted(folder)));
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING_BYTES), StandardCharsets.ISO_8859_1);
        }
    }
}
