package dev.cairn.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Which files and folders hold secrets by their names (X7). The patterns are those of a {@code .gitignore}, and case does not matter. */
final class Secrets {
    private final Ignored exact;
    private final Ignored lower;

    Secrets(List<String> patterns) {
        String lines = String.join("\n", patterns);
        this.exact = ignored(lines);
        this.lower = ignored(lines.toLowerCase(Locale.ROOT));
    }

    private static Ignored ignored(String lines) {
        return new Ignored(null, 0, Ignored.read(lines.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether what is at a path holds secrets; that no folder above it does, is known. */
    boolean hold(String path, boolean folder) {
        return lower.ignores(path.toLowerCase(Locale.ROOT), folder) || exact.ignores(path, folder);
    }

    /** Whether a file is one that holds secrets, or lies in a folder that does. */
    boolean holdFile(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (hold(path.substring(0, slash), true)) {
                return true;
            }
        }
        return hold(path, false);
    }
}
