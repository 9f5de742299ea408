package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.server.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands do where there is no data: most of them refuse, so that a misspelt folder is not filled. */
class NoDataTest {
    private static final List<String> BEGINNINGS =
            List.of("project create ", "user create ", "provider create ", "agent create ");
    /** Commands that are no verbs of a noun. */
    private static final List<List<String>> OTHERS = List.of(
            List.of("status"),
            List.of("ready"),
            List.of("context"),
            List.of("doctor"),
            List.of("talk", "Hello"),
            List.of("index"),
            List.of("pack"),
            List.of("init", "DEMO"),
            List.of("export"),
            List.of("prompt", "export"),
            List.of("prompt", "import", "pom.xml"),
            List.of("import", "--format", "beads", "pom.xml"),
            List.of("db", "status"),
            List.of("db", "verify"),
            List.of("db", "backup"));

    @TempDir
    Path folder;

    static Stream<List<String>> commands() {
        Stream<List<String>> verbs = Stream.concat(Noun.ALL.stream(), Noun.WORDS.stream())
                .flatMap(noun -> noun.verbs().stream().map(verb -> words(VerbSpecs.example(noun, verb))))
                .filter(words -> BEGINNINGS.stream().noneMatch((String.join(" ", words) + " ")::startsWith));
        return Stream.concat(verbs, OTHERS.stream());
    }

    /** Splits a command line as a shell does. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" (?=(?:[^']*'[^']*')*[^']*$)", -1)) {
            words.add(word.replace("'", ""));
        }
        return words.subList(1, words.size());
    }

    @Test
    void aMisspeltFolderIsNotFilled() {
        Path typo = folder.resolve("typo");
        commands().forEach(words -> {
            Ran ran = cairn(typo, words);
            assertThat(ran.exit()).as("%s: %s", words, ran.err()).isEqualTo(3);
            assertThat(ran.err()).as("%s", words).contains("There is no data at " + typo);
            assertThat(typo).as("%s", words).doesNotExist();
        });
    }

    @Test
    void whoBeginsGetsADatabase() throws IOException {
        Path file = Files.writeString(
                folder.resolve("issues.jsonl"),
                "{\"id\":\"b-1\",\"title\":\"First\",\"status\":\"open\",\"priority\":1}\n");
        List<List<String>> beginnings = List.of(
                List.of("project", "create", "DEMO", "Demo"),
                List.of("user", "create", "ada", "--type", "agent"),
                List.of("agent", "create", "Ada", "--role", "helper"),
                List.of("import", "--create", "Demo", file.toString()));
        for (List<String> words : beginnings) {
            Path fresh = folder.resolve(words.getFirst());
            Ran ran = cairn(fresh, words);
            assertThat(ran.exit()).as("%s: %s", words, ran.err()).isZero();
            assertThat(fresh.resolve("cairn.db")).as("%s", words).exists();
        }
    }

    private static Ran cairn(Path data, List<String> words) {
        return Ran.of(Map.of("CAIRN_HOME", data.toString(), "CAIRN_PROJECT", "DEMO"), words.toArray(String[]::new));
    }
}
