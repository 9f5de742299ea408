package dev.cairn.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R1: an id and its text sort alike, and each is made of the other. */
class IdTest {
    @Test
    void everyValueSurvivesItsText() {
        Random random = new Random(42);
        for (int i = 0; i < 10_000; i++) {
            Id<String> id = new Id<>(random.nextLong());
            assertThat(id.toString()).hasSize(Id.TEXT_LENGTH);
            assertThat(Id.<String>parse(id.toString())).isEqualTo(id);
        }
    }

    @Test
    void textSortsAsTheValueDoes() {
        assertThat(new Id<>(5).toString()).isLessThan(new Id<>(1L << 40).toString());
    }

    @Test
    void lowerCaseAndLookAlikesAreAccepted() {
        assertThat(Id.<String>parse("0oiL0000000Ab")).isEqualTo(Id.<String>parse("00110000000AB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "0000000000000000",
                "000000000000U",
                "000000000000-",
                "G000000000000",
                "00000000000é0",
                "../../../etc/"
            })
    void whatIsNoIdIsInvalid(String text) {
        assertThatThrownBy(() -> Id.parse(text))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_ID));
    }
}
