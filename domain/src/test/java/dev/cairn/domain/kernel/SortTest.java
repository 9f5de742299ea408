package dev.cairn.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Invalid;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortTest {
    private static final Set<String> ALLOWED = Set.of("priority", "createdAt");

    @Test
    void aMinusMeansDescending() {
        assertThat(Sort.parse("-priority,createdAt", ALLOWED))
                .isEqualTo(Sort.by(Sort.desc("priority"), Sort.asc("createdAt")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "title", "priority,priority", "--priority", "priority,", "priority;drop table tickets"})
    void whatIsNotAllowedIsRefusedAndTheMessageListsWhatIs(String text) {
        assertThatThrownBy(() -> Sort.parse(text, ALLOWED))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("createdAt, priority");
    }
}
