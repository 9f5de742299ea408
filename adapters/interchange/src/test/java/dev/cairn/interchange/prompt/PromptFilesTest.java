package dev.cairn.interchange.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.prompt.PromptFormat;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.prompt.PromptContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prompts go out and come in again to the last byte, and a bad one stops no other (R49, L36). */
class PromptFilesTest {
    private static final int PROMPTS = 500;

    private final long seed = Long.getLong("cairn.seed", System.nanoTime());
    private final List<PromptContent> prompts = new RandomPrompts(seed).some(PROMPTS);

    @Test
    void manyInOneFileComeInAsTheyWentOut() {
        assertRoundTrip(Delivered.MARKDOWN);
    }

    @Test
    void oneInEachFileOfAnArchiveComeInAsTheyWentOut() {
        assertRoundTrip(Delivered.ZIP);
    }

    /** Two names are two also where the one in upper case reads as the other. */
    @Test
    void titlesThatGrowInUpperCaseComeInAsTheyWentOut() {
        List<PromptContent> growing = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .filter(letter -> letter.toUpperCase(Locale.ROOT).length() > letter.length())
                .flatMap(letter -> Stream.of(letter, letter.toUpperCase(Locale.ROOT)))
                .map(letters -> "Ma" + letters + "e")
                .distinct()
                .map(title -> PromptContent.of(title, "Text"))
                .toList();
        assertThat(growing).extracting(PromptContent::title).contains("Maße", "MaSSe");
        Delivered back = Delivered.of(Delivered.ZIP, "x", Delivered.written(Delivered.ZIP, growing));
        assertThat(back.problems).isEmpty();
        assertThat(back.prompts).isEqualTo(growing);
    }

    @Test
    void oneAloneComesInAsItWentOut() {
        for (PromptContent prompt : prompts) {
            String file = FrontMatter.of(prompt, false) + prompt.content();
            Delivered back = Delivered.markdown(file);
            assertThat(back.problems).as("seed %d", seed).isEmpty();
            assertThat(back.prompts).as("seed %d", seed).containsExactly(prompt);
        }
    }

    @Test
    void aFileWithoutFrontMatterIsAPromptCalledLikeIt() {
        for (PromptContent prompt : prompts) {
            String content = prompt.content();
            if (!content.startsWith("---") && !content.startsWith("\ufeff")) {
                assertThat(Delivered.markdown(content).prompts)
                        .as("seed %d", seed)
                        .containsExactly(PromptContent.of("a file", content));
            }
        }
    }

    /** Whatever a file holds, it is read or reported, and takes no others along. */
    @Test
    void aMutatedFileIsReadOrReported() {
        Random random = new Random(seed);
        byte[] whole = Delivered.written(Delivered.MARKDOWN, prompts.subList(0, 20));
        for (int round = 0; round < 500; round++) {
            byte[] file = whole.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            Delivered back = Delivered.of(Delivered.MARKDOWN, "x.md", file);
            assertThat(back.prompts.size() + back.problems.size())
                    .as("seed %d", seed)
                    .isPositive();
        }
    }

    @Test
    void aBadPromptSaysWhereItIsAndStopsNoOther() {
        String file = """
                ---
                cairn: prompts/1
                title: "First"
                ---
                one
                ---
                cairn: prompts/1
                title: [
                ---
                two
                ---
                cairn: prompts/1
                labels: ["no title"]
                ---
                three
                ---
                cairn: prompts/1
                title: "never closed"
                ---
                cairn: prompts/1
                title: "Last"
                ---
                four
                """;
        Delivered back = Delivered.markdown(file);
        assertThat(back.prompts).containsExactly(PromptContent.of("First", "one"), PromptContent.of("Last", "four"));
        assertThat(back.problems).extracting(ImportProblem::place).containsExactly("line 6", "line 11", "line 16");
        assertThat(back.problems).allMatch(problem -> problem.code().equals("malformed"));
        assertThat(back.problems.getLast().message()).contains("not closed");
    }

    @Test
    void othersFilesAreUnderstood() {
        PromptContent command = Delivered.markdown("""
                ---
                allowed-tools: Bash(git add:*), Bash(git commit:*)
                argument-hint: [message]
                description: Create a git commit
                version: 1.10
                ---
                Commit $ARGUMENTS
                """).prompts.getFirst();
        assertThat(command.title()).isEqualTo("a file");
        assertThat(command.description()).isEqualTo("Create a git commit");
        assertThat(command.metadata().text())
                .isEqualTo(
                        "{\"allowed-tools\":\"Bash(git add:*), Bash(git commit:*)\",\"argument-hint\":[\"message\"],\"version\":1.10}");
        PromptContent promptliano = Delivered.markdown("---\r\nname: 007\r\ntags: a, b\r\n---\r\nText\r\n")
                .prompts
                .getFirst();
        assertThat(promptliano).isEqualTo(PromptContent.of("007", "Text\r\n").withLabels(List.of("a", "b")));
        assertThat(Delivered.markdown("\ufeff---\ntitle: t\nname: n\n---\nText").prompts)
                .containsExactly(PromptContent.of("t", "Text").withMetadata(new Json("{\"name\":\"n\"}")));
    }

    /** A fence that somebody wrote by hand into one of many prompts is no end of it. */
    @Test
    void aRuleInTheTextIsNotTheNextPrompt() {
        assertThat(Delivered.markdown("---\ncairn: prompts/1\ntitle: t\n---\none\n---\ntwo\n").prompts)
                .containsExactly(PromptContent.of("t", "one\n---\ntwo"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: x\\ntitle: y                 | twice
            title: &a x\\nother: *a             | anchors
            title: !!python/object:os.system x  | tags
            title: [a, b]                       | title must be a text
            - a list                            | mapping
            just text                           | mapping
            title: "\\ud800"                    | surrogate
            title: ''                           | title
            cairn: prompts/2\\ntitle: x         | newer
            title: x\\nlabels: {a: b}           | labels must be a text
            ? [a]\\n: b                         | key
            title: "unclosed                    | YAML
            """)
    void whatIsNoFrontMatterIsReported(String yaml, String reason) {
        Delivered back = Delivered.markdown("---\n" + yaml.replace("\\n", "\n") + "\n---\nText");
        assertThat(back.prompts).isEmpty();
        assertThat(back.problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deepYamlIsReportedAndBreaksNothing(String level) {
        for (int depth : List.of(100, 5_000, 60_000)) {
            Delivered back = Delivered.markdown("---\nx:\n " + level.repeat(depth) + "\n---\nText");
            assertThat(back.prompts).isEmpty();
            assertThat(back.problems).hasSize(1);
        }
    }

    @Test
    void whatIsTooLongOrNoUtf8OrEmptyIsReported() {
        assertThat(Delivered.markdown("").problems).hasSize(1);
        assertThat(Delivered.markdown("---\ntitle: t\n---\n").problems).hasSize(1);
        assertThat(Delivered.markdown("x".repeat(PromptContent.CONTENT_MAX)).prompts)
                .hasSize(1);
        assertThat(Delivered.markdown("x".repeat(PromptContent.CONTENT_MAX + 1)).problems)
                .hasSize(1);
        assertThat(Delivered.markdown("x".repeat(20_000_000)).problems).hasSize(1);
        assertThat(Delivered.markdown("---\ntitle: " + "x".repeat(1_000_000) + "\n---\nx").problems)
                .hasSize(1);
        assertThat(Delivered.of(Delivered.MARKDOWN, "x.md", new byte[] {'a', (byte) 0xff}).problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("UTF-8"));
        assertThat(Delivered.of(Delivered.MARKDOWN, "x.md", new byte[] {'a', 0}).problems)
                .hasSize(1);
    }

    private void assertRoundTrip(PromptFormat format) {
        byte[] file = Delivered.written(format, prompts);
        Delivered back = Delivered.of(format, "x", file);
        assertThat(back.problems).as("seed %d", seed).isEmpty();
        for (int i = 0; i < prompts.size(); i++) {
            assertThat(back.prompts.get(i)).as("seed %d", seed).isEqualTo(prompts.get(i));
            assertThat(back.prompts.get(i).content().getBytes(StandardCharsets.UTF_8))
                    .as("seed %d", seed)
                    .isEqualTo(prompts.get(i).content().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(back.prompts).as("seed %d", seed).hasSameSizeAs(prompts);
        assertThat(Delivered.written(format, back.prompts)).as("seed %d", seed).isEqualTo(file);
    }
}
