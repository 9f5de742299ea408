package dev.cairn.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import org.junit.jupiter.api.Test;

class FollowEventsTest {
    @Test
    void theDocumentedExampleRuns() throws InterruptedException {
        try (Cairn cairn = Cairn.temporary()) {
            assertThat(FollowEvents.run(cairn)).isEqualTo("ticket.created");
        }
    }
}
