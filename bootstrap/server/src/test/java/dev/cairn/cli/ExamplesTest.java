package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.ServerLauncher.Running;
import dev.cairn.server.LocalServers;
import dev.cairn.server.Ran;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the verbs' help can be pasted: they miss nothing, and what is missing is named as it is typed. */
class ExamplesTest {
    private static final List<String> BEGUN = List.of(
            "project create DEMO Demo",
            "ticket create One",
            "ticket create Two",
            "queue create agents",
            "queue add agents DEMO-1",
            "conversation create work --kind channel",
            "user create ada --type agent",
            "artifact create Plan --type document --content Plan");

    /** Stands for what the reader of the example puts there. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(?!DEMO|KEY)[A-Z_]{3,}");

    private static final String UNKNOWN = "0000000000001";

    @TempDir
    Path data;

    private record Example(Noun noun, Verb verb) {
        List<String> words() {
            return NoDataTest.words(VerbSpecs.example(noun, verb));
        }
    }

    /** What belongs to a project comes before the project, so that it is still there. */
    private static Stream<Example> examples() {
        return Stream.concat(Noun.WORDS.stream(), Noun.ALL.reversed().stream())
                .flatMap(noun -> noun.verbs().stream().map(verb -> new Example(noun, verb)));
    }

    @Test
    void noExampleIsRefusedForWhatItLacks() {
        List<String> refused = new ArrayList<>();
        try (Running _ = new LocalServers(Map.of()).start(data, 0, true)) {
            BEGUN.forEach(
                    line -> assertThat(cairn(NoDataTest.words("cairn " + line)).exit())
                            .as(line)
                            .isZero());
            Map<String, String> ids = Map.of(
                    "CONVERSATION", id("conversation", "list"),
                    "ARTIFACT", id("artifact", "list"),
                    "ITEM", id("queue", "items", "agents"));
            examples().forEach(example -> {
                List<String> words = new ArrayList<>(example.words());
                words.replaceAll(word -> PLACEHOLDER.matcher(word).matches() ? ids.getOrDefault(word, UNKNOWN) : word);
                Ran ran = cairn(words);
                boolean lacks = ran.exit() == ExitCode.USAGE && !ran.err().contains(UNKNOWN);
                if (lacks || ran.exit() == ExitCode.ERROR) {
                    refused.add(words + ": " + ran.err());
                }
            });
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void whatIsNeededIsMarkedAndNamedAsItIsTyped() {
        assertThat(cairn(List.of("token", "create", "--help")).out())
                .contains(" --scope=TEXT")
                .doesNotContain("[--scope=TEXT] [");
        Ran missing = cairn(List.of("token", "create", "ci"));
        assertThat(missing.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("--scope");
        for (List<String> whole : List.of(
                List.of("token", "create", "ci", "--body", "{\"scopes\":[\"read\"]}"),
                List.of("--quiet", "token", "create", "ci", "--body={\"scopes\":[\"read\"]}"))) {
            assertThat(cairn(whole).err()).contains("There is no data");
        }
    }

    private String id(String... list) {
        return cairn(List.of(list), "--json")
                .result()
                .path("items")
                .path(0)
                .path("id")
                .asText("none");
    }

    private Ran cairn(List<String> words, String... more) {
        return Ran.of(
                Map.of("CAIRN_HOME", data.toString(), "CAIRN_PROJECT", "DEMO"),
                Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    }
}
