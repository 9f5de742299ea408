package dev.cairn.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.application.artifact.ArtifactDraft;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TicketDraft;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.Violation;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.model.ProviderDraft;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictJsonTest {
    private static final int DEPTH_MAX = 64;

    private final StrictJson json = new StrictJson(DEPTH_MAX);

    private Partial<TicketDraft> ticket(String text) {
        return json.object(text.getBytes(UTF_8)).partial(TicketDraft.class);
    }

    private TicketContent edited(String text) {
        return ticket(text).of(TicketDraft.titled("Before")).content();
    }

    /** R10 */
    @Test
    void absentKeepsNullClearsAndAValueReplaces() {
        TicketDraft before = TicketDraft.of(TicketContent.titled("Before")
                .withDueAt(Instant.EPOCH)
                .withPosition(7)
                .withParentId(new Id<>(1)));
        String patch = """
                {"dueAt":null,"priority":"urgent","estimatedMinutes":5,"position":null,"parentId":"CRN-1"}""";
        assertThat(ticket(patch).of(before))
                .isEqualTo(new TicketDraft(
                        before.content()
                                .withDueAt(null)
                                .withPriority(Priority.URGENT)
                                .withEstimatedMinutes(5)
                                .withPosition(TicketContent.POSITION_LAST),
                        TicketRef.parse("CRN-1")));
        assertThat(ticket("{}").of(before)).isEqualTo(before);
        assertThat(ticket("{\"parentId\":null}").of(before)).isEqualTo(before.withParentId(null));
    }

    /** R10 */
    @Test
    void somethingNewIsItsDefaultsEdited() {
        assertThat(ticket("{\"title\":\"New\",\"labels\":[\"a\"]}").create("title", TicketDraft::titled))
                .isEqualTo(TicketDraft.of(TicketContent.titled("New").withLabels(List.of("a"))));
        assertThatThrownBy(() -> ticket("{}").create("title", TicketDraft::titled))
                .hasMessage("title is required");
    }

    /** R7 */
    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "\"\"", "\"1\"", "true", "[]", "{}"})
    void aNumberIsNoText(String cost) {
        byte[] body = "{\"agentCostPerDay\":%s}".formatted(cost).getBytes(UTF_8);
        assertThatThrownBy(() -> json.object(body).partial(ProjectSettings.class))
                .asInstanceOf(type(Invalid.class))
                .extracting(Invalid::code)
                .isEqualTo(ErrorCode.INVALID);
    }

    /** R7: nothing is taken for 0. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "{\"input\":1};                  required; price/output",
                "{};                             required; price/input",
                "{\"input\":1,\"output\":null};  invalid;  price/output"
            })
    void aNumberThatIsAbsentIsMissed(String price, String code, String place) {
        byte[] body = "{\"price\":%s}".formatted(price).getBytes(UTF_8);
        assertThatThrownBy(() -> json.object(body).partial(ProviderDraft.class))
                .asInstanceOf(type(Invalid.class))
                .satisfies(invalid -> {
                    assertThat(invalid.code().wire()).isEqualTo(code);
                    assertThat(invalid.violations())
                            .extracting(Violation::field)
                            .containsExactly(place);
                });
    }

    /** What is flat stands beside a field of its own name. */
    @Test
    void aPartAndItsFieldMayHaveOneName() {
        byte[] body = "{\"content\":\"Other\",\"status\":\"completed\"}".getBytes(UTF_8);
        assertThat(json.object(body).partial(TaskDraft.class).of(TaskDraft.of("Step")))
                .isEqualTo(TaskDraft.of("Other").withStatus(TaskStatus.COMPLETED));
        byte[] artifact = "{\"title\":\"Plan\",\"content\":\"two\"}".getBytes(UTF_8);
        assertThat(json.object(artifact)
                        .partial(ArtifactDraft.class)
                        .of(new ArtifactDraft(new ArtifactContent("Notes"), null)))
                .isEqualTo(new ArtifactDraft(new ArtifactContent("Plan"), RevisionText.of("two")));
    }

    /** R10 */
    @ParameterizedTest
    @MethodSource("dev.cairn.json.Edited#records")
    void nullClearsJustWhatTheRecordTakesAsNull(Class<? extends Record> type, Set<String> nullable) {
        assertThat(Shape.of(json.mapper(), type).fields().keySet()).containsAll(nullable);
        for (Shape.Field field : Shape.of(json.mapper(), type).fields().values()) {
            byte[] body = "{\"%s\":null}".formatted(field.name()).getBytes(UTF_8);
            if (nullable.contains(field.name())) {
                assertThat(json.object(body).partial(type).gives(field.name())).isTrue();
            } else {
                assertThatThrownBy(() -> json.object(body).partial(type))
                        .hasMessage(field.name() + " cannot be null")
                        .asInstanceOf(type(Invalid.class))
                        .extracting(invalid -> invalid.violations().getFirst().field())
                        .isEqualTo(field.name());
            }
        }
    }

    @Test
    void metadataStaysAsItWasButCompact() {
        assertThat(edited("{\"metadata\": {\"b\": 1.10, \"a\": [1e2, null]} }").metadata())
                .isEqualTo(new Json("{\"b\":1.10,\"a\":[1E+2,null]}"));
    }

    /** R7: in values and in names, whatever stands before it. */
    @Test
    void metadataKeepsEachTextThatHasNoNulAndRefusesEachThatHas() throws IOException {
        ObjectMapper plain = new ObjectMapper();
        List<String> texts = List.of("");
        for (int length = 1; length <= 4; length++) {
            texts = texts.stream()
                    .flatMap(text -> Stream.of("\\", "\"", "u0000", "\0", "a").map(text::concat))
                    .toList();
            for (String text : texts) {
                for (JsonNode sent : List.of(
                        plain.createObjectNode().put("a", text),
                        plain.createObjectNode().put(text, "a"))) {
                    String body = "{\"metadata\":" + plain.writeValueAsString(sent) + "}";
                    if (text.contains("\0")) {
                        assertThatThrownBy(() -> edited(body)).as(body).isInstanceOf(Invalid.class);
                    } else {
                        assertThat(plain.readTree(edited(body).metadata().text()))
                                .as(body)
                                .isEqualTo(sent);
                    }
                }
            }
        }
    }

    @Test
    void aTimeOfAnyOffsetIsOneMoment() {
        assertThat(edited("{\"dueAt\":\"2026-03-01T12:00:00.5+01:30\"}").dueAt())
                .isEqualTo(Instant.parse("2026-03-01T10:30:00.500Z"));
    }

    /** R31 */
    @Test
    void doneMeansCompleted() {
        Edit<TaskDraft> task =
                json.object("{\"status\":\"done\"}".getBytes(UTF_8)).partial(TaskDraft.class);
        assertThat(task.of(TaskDraft.of("Step"))).isEqualTo(TaskDraft.of("Step").withStatus(TaskStatus.COMPLETED));
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
                "{\"color\":1}|color",
                "{\"a/b~c\":1}|a~1b~0c"
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
        assertThat(edited("{\"metadata\":" + fits + "}").metadata()).isEqualTo(new Json(fits));
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
