package dev.cairn.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.server.architecture.RuleBook.Source;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rule book, the sources and the tests name one another. */
class RuleBookTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules");
    private static final int RULES_AT_LEAST = 90;

    private static final String TESTED = "a/src/test/java/KnownTest.java";

    @Test
    void whatIsCitedIsARuleAndEachRuleIsShownByATest() throws IOException {
        RuleBook book = RuleBook.read(Files.readString(ROOT.resolve("docs/rules.md")));
        assertThat(book.rules()).hasSizeGreaterThan(RULES_AT_LEAST);
        assertThat(book.faults(sources())).isEmpty();
    }

    @Test
    void whatDoesNotFitTogetherIsNamed() {
        RuleBook book = RuleBook.read("""
                | rule | what holds | shown by |
                |---|---|---|
                | Q1 | Something. | `KnownTest` |
                | R2 | Something. | `KnownTest.aKnownOne`, `KnownTest.anUnknownOne` |
                | R2 | Once more. | `UnknownTest` |
                | R3 | Nobody shows it. | by reading |
                | R4 | Its test does not know. | `KnownTest` |
                """);
        Source test = new Source(TESTED, "/** Q1, R1–R3 */ class KnownTest { @Test void aKnownOne() {} }");
        Source guide = new Source("docs/guide.md", "As R4 and R99 say.");
        assertThat(book.faults(List.of(test, guide)))
                .containsExactly(
                        "R2 stands behind Q1",
                        "R2 stands behind R2",
                        "R2 names KnownTest.anUnknownOne, which is no test",
                        "R2 names UnknownTest, which is no test",
                        "R3 names no test",
                        "KnownTest does not say that it shows R4",
                        TESTED + " cites R1, which is no rule",
                        "docs/guide.md cites R99, which is no rule");
    }

    /** Types, columns and values are called like rules now and then. */
    @Test
    void aProgramCitesInItsCommentsOnly() {
        String text = """
                // Q1 \\"R9
                class R2<P3> { char c = '"'; String s = "R4 // R5", t = "R6", u = ""\"
                    R7 /* R8 */ ""\"; /* Q16–Q18 */ int V2, P99; }
                """;
        assertThat(new Source(TESTED, text).citations()).containsExactly("Q1", "Q16", "Q18", "R9");
        assertThat(new Source("a/src/main/java/A.java", text).citations())
                .as("a product shows people the text R6")
                .containsExactly("Q1", "Q16", "Q18", "R6", "R9");
    }

    private static List<Source> sources() throws IOException {
        List<Source> sources = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                return NOT_OURS.contains(name) || name.startsWith(".")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = ROOT.relativize(file).toString().replace('\\', '/');
                if (path.endsWith(".java") || path.endsWith(".md")) {
                    sources.add(new Source(path, Files.readString(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }
}
