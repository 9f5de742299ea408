package dev.cairn.domain.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines are named from 1. */
class LineRangeTest {
    @Test
    void linesAreOneSomeOrAllFromOneOn() {
        assertThat(LineRange.parse(null)).isEqualTo(LineRange.ALL);
        assertThat(LineRange.parse("5")).isEqualTo(new LineRange(5, 5));
        assertThat(LineRange.parse("5-")).isEqualTo(new LineRange(5, null));
        assertThat(LineRange.parse("5-20")).isEqualTo(new LineRange(5, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "5-4", "a", "5-6-7", "9999999999", "1,2", " 1", "١"})
    void everythingElseIsRefused(String text) {
        assertThatThrownBy(() -> LineRange.parse(text)).isInstanceOf(Invalid.class);
    }
}
