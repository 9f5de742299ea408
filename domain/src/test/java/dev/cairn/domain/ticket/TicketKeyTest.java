package dev.cairn.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.ProjectKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketKeyTest {
    private static final ProjectKey CRN = new ProjectKey("CRN");

    @ParameterizedTest
    @ValueSource(ints = {1, TicketKey.NUMBER_WANTED_MAX, TicketKey.NUMBER_MAX})
    void everyKeyThatCanBeMadeCanBeRead(int number) {
        TicketKey key = new TicketKey(CRN, number);
        assertThat(TicketKey.parse(key.toString())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, TicketKey.NUMBER_MAX + 1, Integer.MAX_VALUE})
    void aKeyThatCouldNotBeReadIsNotMade(int number) {
        assertThatThrownBy(() -> new TicketKey(CRN, number)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> TicketKey.parse("CRN-" + number)).isInstanceOf(Invalid.class);
    }
}
