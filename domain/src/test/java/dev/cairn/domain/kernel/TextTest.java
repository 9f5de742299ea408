package dev.cairn.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.WireCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R7: what a text may be, and which texts are the same. */
class TextTest {
    @Test
    void textIsTrimmedAndCountedInCodePoints() {
        assertThat(Text.of("name", "  𝒳𝒴 ", 1, 2)).isEqualTo("𝒳𝒴");
    }

    @Test
    void blanksOfAnyKindAreTrimmedAndWhatCannotBeSeenIsNothing() {
        assertThat(Text.of("name", "\u00a0\u2003é\u00a0 é\u3000\t", 1, 9)).isEqualTo("é\u00a0 é");
        assertThat(Text.of("name", "\u200bx\u200b", 1, 9)).isEqualTo("\u200bx\u200b");
        for (String nothing : List.of("\u00a0", "\u200b", " \u2060\u00a0\ufeff ")) {
            assertThat(codeOf(nothing, 9)).isEqualTo(ErrorCode.LENGTH);
            assertThat(Text.optional("name", nothing, 9)).isNull();
        }
    }

    @Test
    void tooLongBlankAndAbsentTextsAreToldApart() {
        assertThat(codeOf("abc", 2)).isEqualTo(ErrorCode.LENGTH);
        assertThat(codeOf("   ", 2)).isEqualTo(ErrorCode.LENGTH);
        assertThat(codeOf(null, 2)).isEqualTo(ErrorCode.REQUIRED);
    }

    @Test
    void nulAndHalfASurrogatePairAreInvalid() {
        assertThat(codeOf("a\0b", 10)).isEqualTo(ErrorCode.CHARACTERS);
        assertThat(codeOf("a\uD800b", 10)).isEqualTo(ErrorCode.CHARACTERS);
        assertThat(codeOf("a\uDC00", 10)).isEqualTo(ErrorCode.CHARACTERS);
    }

    @Test
    void setsDropRepetitionsAndKeepTheOrder() {
        assertThat(Text.set("labels", List.of("b", " a ", "b"), 5, 10)).containsExactly("b", "a");
    }

    @Test
    void uniqueKeysIgnoreCaseAndCompatibilityForms() {
        assertThat(Text.uniqueKey("ＣＡＩＲＮ Ünïcode")).isEqualTo(Text.uniqueKey("cairn üNÏCODE"));
    }

    @Test
    void anExcerptIsSafeToShow() {
        assertThat(Text.excerpt("a\n\0\uD800" + "x".repeat(100)))
                .startsWith("a???x")
                .endsWith("…")
                .hasSize(41);
    }

    private static WireCode codeOf(@Nullable String value, int max) {
        Invalid[] caught = new Invalid[1];
        assertThatThrownBy(() -> Text.of("name", value, 1, max))
                .isInstanceOfSatisfying(Invalid.class, e -> caught[0] = e);
        return caught[0].code();
    }
}
