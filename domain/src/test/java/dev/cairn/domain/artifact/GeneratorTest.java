package dev.cairn.domain.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.ActorType;
import dev.cairn.domain.collected.Boundaries;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.Entity;
import dev.cairn.domain.collected.UseCase;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.ProjectContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R26: four deterministic generators, compared with files that a reader can look at. */
class GeneratorTest {
    private static final ProjectContent SHOP =
            new ProjectContent("Corner shop", "Sells things.\n\nAnd delivers them.", null, null, null);
    private static final CollectedData ORDERS = new CollectedData(
            List.of(
                    new Actor("Customer", ActorType.HUMAN, List.of("buy", "return")),
                    new Actor("Till", ActorType.SYSTEM, List.of()),
                    new Actor("Bank", ActorType.EXTERNAL, List.of("be paid"))),
            List.of(
                    new UseCase("uc1", "Place an order", "customer", List.of("Choose an item", "Pay for it")),
                    new UseCase("uc2", "Deliver", "Courier", List.of()),
                    UseCase.named("Close the day")),
            new Boundaries(List.of("stock"), List.of("post"), List.of("orders"), List.of("taxes")),
            List.of(
                    new Entity(
                            "Order",
                            List.of(new Entity.Attribute("number", "int"), new Entity.Attribute("note", null)),
                            List.of(
                                    new Entity.Relationship("ITEM", "has many"),
                                    new Entity.Relationship("Address", null))),
                    new Entity("Item", List.of(new Entity.Attribute("price", "decimal")), List.of())),
            List.of("Nobody waits", "Nothing is lost"));

    private static final String EVIL = "\"]\n end;direction TB;%%{init: {}}%% click a1 \"javascript:alert(1)\"\n"
            + "a1-->b2 <script>x</script> `**#1;** {curly} |pipe| \u202E\u0007 ~T~ #quot; \\ & 😀";
    private static final ProjectContent HOSTILE =
            new ProjectContent(EVIL.substring(0, 99), "- " + EVIL, null, null, null);
    private static final CollectedData EVILS = new CollectedData(
            List.of(new Actor(EVIL, ActorType.HUMAN, List.of(EVIL))),
            List.of(new UseCase("uc1", EVIL, EVIL, List.of(EVIL, "1. one", "> quote", "# title"))),
            new Boundaries(List.of(EVIL), List.of(EVIL), List.of(), List.of()),
            List.of(new Entity(
                    EVIL, List.of(new Entity.Attribute(EVIL, EVIL)), List.of(new Entity.Relationship("end", EVIL)))),
            List.of(EVIL));

    /** What a line of a generated diagram looks like; a label holds no quote and no bracket. */
    private static final String LABEL = "\"[^\"<>\\[\\](){}|`;]*(?:#\\d+;[^\"<>\\[\\](){}|`;]*)*\"";

    private static final String TEXT = "[^\"<>\\[\\](){}|`;:~]*(?:#\\d+;[^\"<>\\[\\](){}|`;:~]*)*";
    private static final Pattern LINE = Pattern.compile(Stream.of(
                    "flowchart LR|classDiagram",
                    " +[a-z]+\\d*(?:\\(\\[|\\[\\[|\\[|\\(|\\{\\{)" + LABEL + "(?:\\]\\)|\\]\\]|\\]|\\)|\\}\\})",
                    " +subgraph system\\[" + LABEL + "\\]",
                    " +class c\\d+\\[" + LABEL + "\\]",
                    " +c\\d+ : \\+" + TEXT,
                    " +c\\d+ --> c\\d+(?: : " + TEXT + ")?",
                    " +[a-z]+\\d* (?:-->|<-->|-\\.-)(?:\\|" + LABEL + "\\|)? [a-z]+\\d*",
                    " +end",
                    " +note " + LABEL)
            .reduce((a, b) -> a + "|" + b)
            .orElseThrow());

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOCUMENT")
    void collectedDataBecomeTheGoldenFile(ArtifactType type) {
        assertThat(generated(type, SHOP, ORDERS)).isEqualTo(golden("shop", type));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOCUMENT")
    void hostileNamesBecomeTheGoldenFile(ArtifactType type) {
        assertThat(generated(type, HOSTILE, EVILS)).isEqualTo(golden("hostile", type));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOCUMENT")
    void nothingCollectedBecomesTheGoldenFile(ArtifactType type) {
        assertThat(generated(type, SHOP, CollectedData.NONE)).isEqualTo(golden("empty", type));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"CONTEXT_DIAGRAM", "USE_CASE_DIAGRAM", "CLASS_DIAGRAM"})
    void everyLineOfADiagramIsOneThatTheGeneratorMeant(ArtifactType type) {
        for (String text : List.of(
                generated(type, SHOP, ORDERS),
                generated(type, HOSTILE, EVILS),
                generated(type, SHOP, CollectedData.NONE))) {
            assertThat(text.lines()).allMatch(line -> LINE.matcher(line).matches());
        }
    }

    @Test
    void theSameDataGiveTheSameText() {
        for (ArtifactType type : ArtifactType.values()) {
            if (type != ArtifactType.DOCUMENT) {
                assertThat(Generator.generate(type, SHOP, ORDERS)).isEqualTo(Generator.generate(type, SHOP, ORDERS));
            }
        }
    }

    @Test
    void aDocumentIsWrittenByPeopleAndAgentsOnly() {
        assertThatThrownBy(() -> Generator.generate(ArtifactType.DOCUMENT, SHOP, ORDERS))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u200B", "\uFEFF", "\u202E", "\t", "\r\n"})
    void nothingInvisibleStaysInALabel(String hidden) {
        assertThat(MermaidText.plain("a" + hidden + "b")).isIn("ab", "a b");
        assertThat(MarkdownText.of("a" + hidden + "b")).isIn("ab", "a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"direction TB", "Direction LR", "a direction  RL b"})
    void theOneCommandThatMermaidFindsInsideQuotesIsBroken(String command) {
        assertThat(MermaidText.plain(command))
                .doesNotContainIgnoringCase("direction")
                .contains("irection");
    }

    @Test
    void longLabelsAreCut() {
        assertThat(MermaidText.plain("x".repeat(500))).hasSize(121).endsWith("x…");
    }

    private static String generated(ArtifactType type, ProjectContent project, CollectedData data) {
        return Generator.generate(type, project, data).text();
    }

    private static String golden(String name, ArtifactType type) {
        String file = name + "." + type.name().toLowerCase(Locale.ROOT)
                + (type.format() == ArtifactFormat.MERMAID ? ".mmd" : ".md");
        try (InputStream in = Objects.requireNonNull(GeneratorTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
