package dev.cairn.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Invalid;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchQueryTest {
    @Test
    void operatorsOfTheEnginesDoNotSurvive() {
        assertThat(SearchQuery.words("foo* NEAR(\"bar\" -baz) ^qux: %_'"))
                .containsExactly("foo", "NEAR", "bar", "baz", "qux");
        assertThat(SearchQuery.words("***")).isEmpty();
    }

    @Test
    void wordsKeepTheirAccentsAndScripts() {
        assertThat(SearchQuery.words("Größe, naïve 東京")).containsExactly("Größe", "naïve", "東京");
    }

    @Test
    void accentsThatStandOnNoLetterAreNoWords() {
        assertThat(SearchWords.parts(List.of("\u0301", "\u037a", "\ufc5e"))).isEmpty();
        assertThat(SearchWords.parts(List.of("e\u0301", "\u0301"))).hasSize(1);
    }

    @Test
    void tooManyWordsAndTooLongATextAreInvalid() {
        assertThatThrownBy(() -> new SearchQuery("a ".repeat(17), List.of(), null, 10))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new SearchQuery("a".repeat(257), List.of(), null, 10))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new SearchQuery("a", List.of(), null, 201)).isInstanceOf(Invalid.class);
    }
}
