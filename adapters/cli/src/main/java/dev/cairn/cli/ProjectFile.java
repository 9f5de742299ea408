package dev.cairn.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code .cairn.toml}: which project a folder and all below it belong to. It names no server: a folder that came from elsewhere
 * could otherwise send this user's token there.
 */
final class ProjectFile {
    static final String NAME = ".cairn.toml";
    private static final Pattern PROJECT = Pattern.compile("(?m)^\\s*project\\s*=\\s*[\"']([^\"']+)[\"']\\s*(#.*)?$");

    private ProjectFile() {}

    /** Returns the project named in this folder's file, or in the nearest one above that names one. */
    static Optional<String> project() {
        for (Path folder = here(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(project(file));
            }
        }
        return Optional.empty();
    }

    static Path here() {
        return Path.of("").toAbsolutePath();
    }

    static String text(String project) {
        return "# The project of this folder in Cairn: commands need no --project here.%nproject = \"%s\"%n"
                .formatted(project);
    }

    private static String project(Path file) {
        try {
            Matcher found = PROJECT.matcher(Files.readString(file));
            if (found.find()) {
                return found.group(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        throw CommandFailed.usage("%s names no project: it takes a line like project = \"DEMO\"".formatted(file));
    }
}
