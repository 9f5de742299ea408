package dev.cairn.domain.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Names are found whole and by their parts. */
class WordCutterTest {
    @Test
    void aNameIsFoundWholeAndByItsParts() {
        assertThat(WordCutter.words("new HttpClientBinder(foo_bar, HTTPServer, utf8)"))
                .containsExactly(
                        "new",
                        "httpclientbinder",
                        "http",
                        "client",
                        "binder",
                        "foo",
                        "bar",
                        "httpserver",
                        "server",
                        "utf8",
                        "utf");
    }

    @Test
    void scriptsWithoutSpacesAreCutAsTheSearchCutsThem() {
        assertThat(WordCutter.words("日本語")).hasSize(3).allMatch(word -> word.startsWith("zq"));
        assertThat(WordCutter.words("Grüße")).containsExactly("gruße");
    }

    @Test
    void whatNobodyTypesIsNoWord() {
        assertThat(WordCutter.words("x".repeat(WordCutter.WORD_MAX) + " " + "y".repeat(WordCutter.WORD_MAX + 1)))
                .containsExactly("x".repeat(WordCutter.WORD_MAX));
        assertThat(WordCutter.words(" \"' (*) NEAR \0 ")).containsExactly("near");
    }

    /** What an index takes of a file is bounded, however large it is, in the bytes that it takes. */
    @Test
    void aTextIsCutAtItsLimit() {
        for (String word : new String[] {"abc ", "ж ", "日本 "}) {
            String cut = WordCutter.cut(word.repeat(500_000));
            assertThat(cut.getBytes(StandardCharsets.UTF_8).length)
                    .isBetween(WordCutter.TEXT_BYTES_MAX / 2, WordCutter.TEXT_BYTES_MAX);
        }
    }
}
