package dev.cairn.server.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What operations and their groups are called, by hand, in {@code operations.txt}: clients are generated with these names. */
final class Titles {
    private static final Pattern TAG = Pattern.compile("# (\\w+): (.+\\.)");
    private static final Pattern OPERATION = Pattern.compile("([a-z]\\w+) ([A-Z]+ /\\S+): ([A-Z].+[^.])");

    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, Title> titles = new HashMap<>();

    /** An operation's name for programs, and what it does. */
    record Title(String id, String tag, String summary) {}

    Titles() {
        @Nullable String tag = null;
        for (String line : text().lines().filter(each -> !each.isBlank()).toList()) {
            Matcher group = TAG.matcher(line);
            Matcher operation = OPERATION.matcher(line);
            if (group.matches()) {
                tag = group.group(1);
                tags.put(tag, group.group(2));
            } else if (operation.matches() && tag != null) {
                titles.put(operation.group(2), new Title(operation.group(1), tag, operation.group(3)));
            } else {
                throw new IllegalStateException("That is neither a group nor an operation: " + line);
            }
        }
        if (titles.values().stream().map(Title::id).distinct().count() != titles.size()) {
            throw new IllegalStateException("Two operations have the same name");
        }
    }

    /** With what each is about, in the order of the file. */
    Map<String, String> tags() {
        return tags;
    }

    /** @param route as in {@code GET /api/v1/projects} */
    Title of(String route) {
        return Objects.requireNonNull(
                titles.get(route), "operations.txt has no line for " + route + ": name it, and say what it does");
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(Titles.class.getResourceAsStream("operations.txt"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
