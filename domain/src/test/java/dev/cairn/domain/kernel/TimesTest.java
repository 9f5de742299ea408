package dev.cairn.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Invalid;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @Test
    void afterWhatHasHappenedThereIsRoomForAChangeThatCanBeKept() {
        Instant latest = Instant.parse("9999-12-30T23:59:59.999Z");
        assertThat(Times.past("updatedAt", latest)).isEqualTo(latest);
        Instant next = Times.after(latest, Instant.EPOCH);
        assertThat(Times.checked("updatedAt", next)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T00:00:00Z", "9999-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"})
    void whatLeavesNoneIsRefused(Instant time) {
        assertThatThrownBy(() -> Times.past("updatedAt", time)).isInstanceOf(Invalid.class);
    }
}
