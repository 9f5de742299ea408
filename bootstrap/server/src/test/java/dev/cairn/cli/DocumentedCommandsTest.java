package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.server.Ran;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands that README and guides name within their text exist, and so do the options that are shown with them. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern COMMAND = Pattern.compile("`cairn ([a-z][^`|>;]*)");
    private static final Pattern OPTION = Pattern.compile("(?<!\\S)--[a-z-]+");

    @Test
    void everyCommandInAText() throws IOException {
        List<String> wrong = new ArrayList<>();
        int commands = 0;
        for (Path document : documents()) {
            String text = BLOCK.matcher(Files.readString(document)).replaceAll("");
            for (String command : COMMAND.matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList()) {
                commands++;
                if (!exists(command.strip().replaceAll("\\s+", " "))) {
                    wrong.add(ROOT.relativize(document) + ": cairn " + command);
                }
            }
        }
        assertThat(commands).isGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatDoesNotExistIsFound() {
        assertThat(exists("token create ci --scope read")).isTrue();
        assertThat(exists("token create ci --scopes read")).isFalse();
        assertThat(exists("token make ci")).isFalse();
        assertThat(exists("tokens create ci")).isFalse();
    }

    /** Asks the help of the command, which names its verbs and options. */
    private static boolean exists(String command) {
        List<String> words = List.of(command.split(" ", -1));
        String named = words.getFirst();
        String help = help(named);
        if (help.contains(" VERB") || help.contains(" COMMAND")) {
            if (words.size() == 1) {
                return true;
            }
            named += " " + words.get(1);
            help = help(words.getFirst(), words.get(1));
        }
        String whole = help;
        return whole.startsWith("Usage: cairn " + named)
                && OPTION.matcher(command)
                        .results()
                        .allMatch(option -> whole.contains(option.group().replaceFirst("^--no-", "--")));
    }

    private static String help(String... words) {
        return Ran.of(
                        Map.of(),
                        Stream.concat(Stream.of(words), Stream.of("--help")).toArray(String[]::new))
                .out();
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        for (String folder : List.of("docs", "docs/guides")) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(ROOT.resolve(folder), "*.md")) {
                files.forEach(documents::add);
            }
        }
        return documents;
    }
}
