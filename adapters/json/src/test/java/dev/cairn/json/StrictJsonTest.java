package dev.cairn.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.TaskFields;
import dev.cairn.application.ticket.TicketFields;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TaskStatus;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictJsonTest {
    private static final int DEPTH_MAX = 64;

    private final StrictJson json = new StrictJson(DEPTH_MAX);

    private TicketFields ticket(String text) {
        return json.object(text.getBytes(UTF_8)).as(TicketFields.class);
    }

    @Test
    void absentKeepsNullClearsAndAValueReplaces() {
        TicketFields fields = ticket("{\"dueAt\":null,\"priority\":\"urgent\",\"estimatedMinutes\":5}");
        assertThat(fields.title()).isEqualTo(Change.keep());
        assertThat(fields.dueAt()).isEqualTo(new Change.To<>(null));
        assertThat(fields.priority()).isEqualTo(Change.to(Priority.URGENT));
        assertThat(fields.estimatedMinutes()).isEqualTo(Change.to(5));
    }

    @Test
    void metadataStaysAsItWasButCompact() {
        assertThat(ticket("{\"metadata\": {\"b\": 1.10, \"a\": [1e2, null]} }").metadata())
                .isEqualTo(Change.to(new Json("{\"b\":1.10,\"a\":[1E+2,null]}")));
    }

    @Test
    void aTimeOfAnyOffsetIsOneMoment() {
        assertThat(ticket("{\"dueAt\":\"2026-03-01T12:00:00.5+01:30\"}").dueAt())
                .isEqualTo(Change.to(Instant.parse("2026-03-01T10:30:00.500Z")));
    }

    /** R31 */
    @Test
    void doneMeansCompleted() {
        TaskFields task = json.object("{\"status\":\"done\"}".getBytes(UTF_8)).as(TaskFields.class);
        assertThat(task.status()).isEqualTo(Change.to(TaskStatus.COMPLETED));
    }

    @Test
    void absentTruthValuesAreFalse() {
        EnqueueItem item =
                json.object("{\"ticketId\":\"CRN-1\"}".getBytes(UTF_8)).as(EnqueueItem.class);
        assertThat(item.includeTasks()).isFalse();
        assertThat(item.returnExisting()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":7}|title",
                "{\"title\":null}|title",
                "{\"labels\":[\"a\",7]}|labels/1",
                "{\"labels\":[null]}|labels/0",
                "{\"labels\":\"a\"}|labels",
                "{\"estimatedMinutes\":\"5\"}|estimatedMinutes",
                "{\"estimatedMinutes\":5.0}|estimatedMinutes",
                "{\"estimatedMinutes\":2147483648}|estimatedMinutes",
                "{\"position\":1e400}|position",
                "{\"priority\":1}|priority",
                "{\"priority\":\"HIGH\"}|priority",
                "{\"parentId\":\"x\"}|parentId",
                "{\"parentId\":\"\"}|parentId",
                "{\"suggestedFileIds\":[\"x\"]}|suggestedFileIds/0",
                "{\"dueAt\":\"tomorrow\"}|dueAt",
                "{\"dueAt\":0}|dueAt",
                "{\"metadata\":[]}|metadata",
                "{\"metadata\":{\"a\":\"\\ud800\"}}|metadata",
                "{\"metadata\":{\"a\":\"\\u0000\"}}|metadata",
                "{\"color\":1}|color"
            })
    void whatIsWrongIsFoundAtItsPlace(String json, String place) {
        assertThatThrownBy(() -> ticket(json))
                .asInstanceOf(type(Invalid.class))
                .extracting(invalid -> invalid.violations().getFirst().field())
                .isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "null",
                "{} {}",
                "{\"title\":\"a\",\"title\":\"b\"}",
                "{'title':'a'}",
                "{\"metadata\":{\"a\":1,\"a\":1}}"
            })
    void whatIsNotOneObjectIsRefused(String json) {
        assertThatThrownBy(() -> ticket(json)).isInstanceOf(Invalid.class);
    }

    @Test
    void depthAndDigitsAreBounded() {
        String fits = "{\"a\":".repeat(63) + "1" + "}".repeat(63);
        assertThat(ticket("{\"metadata\":" + fits + "}").metadata()).isEqualTo(Change.to(new Json(fits)));
        assertThatThrownBy(() -> ticket("{\"metadata\":{\"a\":" + fits + "}}")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> ticket("{\"metadata\":{\"a\":" + "9".repeat(101) + "}}"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void anUnknownValueNamesWhatIsAllowed() {
        assertThatThrownBy(() -> ticket("{\"priority\":\"top\"}")).hasMessageContaining("low, normal, high, urgent");
        assertThatThrownBy(() -> ticket("{\"color\":1}"))
                .hasMessageContaining("priority")
                .hasMessageContaining("title");
    }

    @Test
    void timesAreWrittenWithThreeDecimals() {
        assertThat(new String(json.write(Map.of("at", Instant.parse("2026-03-01T12:00:00Z"))), UTF_8))
                .isEqualTo("{\"at\":\"2026-03-01T12:00:00.000Z\"}");
    }
}
