package dev.cairn.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A summary is at most 600 characters of the file's own words (L35, R53). */
class SummaryTest {
    private static final int TEXT_LENGTH = 40_000;

    @Test
    void ofMarkdownItIsTheFirstHeadingAndParagraph() {
        String text = """
                ---
                title: x
                ---
                [![build](a.svg)](b)

                # Cairn #

                <p align="center">logo</p>

                The local-first
                backend.

                More.
                """;
        assertThat(summary("README.md", text)).isEqualTo("Cairn: The local-first backend.");
        assertThat(summary("a.md", "Title\n=====\n\nSaid.")).isEqualTo("Title: Said.");
        assertThat(summary("a.md", "Just said.")).isEqualTo("Just said.");
        assertThat(summary("a.md", "# Only a title")).isEqualTo("Only a title");
        assertThat(summary("a.md", "---\nnever closed")).isEqualTo("never closed");
    }

    @Test
    void ofJavaItIsTheFirstCommentThatDocuments() {
        String text = """
                /*
                 * No comment that documents.
                 */
                /** Copyright 2026 The Authors. Licensed under … */
                package a;
                /**
                 * Splits a {@link java.lang.String text} into <b>words</b>.
                 *
                 * @author nobody
                 */
                final class Words {}
                """;
        assertThat(summary("Words.java", text)).isEqualTo("Splits a java.lang.String text into words.");
    }

    @Test
    void ofPythonItIsTheDocstring() {
        assertThat(summary(
                        "a.py",
                        "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n\n\"\"\"Sends\n  requests.\"\"\"\nx = 1"))
                .isEqualTo("Sends requests.");
        assertThat(
                        summary(
                                "a.py",
                                "x = 1\n\"\"\"no docstring\"\"\"\ndef go():\n    pass\nclass A:\n    def b(self): ...\n    def _c(self): ..."))
                .isEqualTo("Declares go, A, b");
    }

    @Test
    void withoutAnyItIsWhatIsDeclared() {
        assertThat(
                        summary(
                                "a.ts",
                                "export default async function go() {}\nexport const a = 1, b = 2\nclass Own {}\nexport type T = 'export const no'"))
                .isEqualTo("Declares go, a, T");
        assertThat(
                        summary(
                                "A.java",
                                "public final class A<T> { public static final int MAX = 1; public List<T> all(int x) { return new ArrayList<>(); } void own() {} }"))
                .isEqualTo("Declares A, MAX, all");
        assertThat(summary("a.bin", "anything")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "java", "tsx", "py"})
    @Timeout(60)
    void itIsMadeInTimeLinearInTheText(String extension) {
        List<String> pieces =
                List.of("# ", " ", "#", "x", "-", "\n", "/**", "*/", "@license ", "{@a ", "<a", "\"\"\"", "[");
        for (String first : pieces) {
            for (String often : pieces) {
                for (String last : List.of("x", "x".repeat(1_001), "\n", "license", "!")) {
                    String text = first + often.repeat(TEXT_LENGTH / often.length()) + last;
                    assertThat(summary("a." + extension, text)).hasSizeLessThanOrEqualTo(Summary.LENGTH_MAX);
                }
            }
        }
    }

    @Test
    void aHeadingEndsWithoutItsClosingMarks() {
        assertThat(summary("a.md", "  ## Oak # and ash ## \t#\nSaid.")).isEqualTo("Oak # and ash: Said.");
        assertThat(summary("a.md", "# \nSaid.")).isEqualTo("Said.");
        assertThat(summary("a.md", "####### Said.")).isEqualTo("####### Said.");
    }

    @Test
    void itIsCutAtABlankAndNeverInTheMiddleOfACharacter() {
        assertThat(summary("a.md", "word ".repeat(500)))
                .hasSizeLessThanOrEqualTo(600)
                .endsWith("word…");
        String faces = summary("a.md", "x" + "😀".repeat(500));
        assertThat(faces).hasSizeLessThanOrEqualTo(600).endsWith("😀…");
    }

    @Test
    void theSameTextHasTheSameSummary() {
        String text = "/** One. */ class A {}";
        assertThat(List.of(summary("A.java", text), summary("b/B.java", text))).containsOnly("One.");
    }

    private static String summary(String path, String text) {
        return SourceFacts.of(path, text).summary();
    }
}
