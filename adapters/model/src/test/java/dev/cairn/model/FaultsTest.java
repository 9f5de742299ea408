package dev.cairn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.model.Answer;
import dev.cairn.application.model.AnswerListener;
import dev.cairn.application.model.Cancellation;
import dev.cairn.application.model.Failure;
import dev.cairn.application.model.Question;
import dev.cairn.application.model.ToolCall;
import dev.cairn.application.model.ToolOffer;
import dev.cairn.application.model.Turn;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.model.FailureKind;
import dev.cairn.domain.model.FinishReason;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.model.Usage;
import dev.cairn.model.fake.FakeProvider;
import dev.cairn.model.fake.FakeRequest;
import dev.cairn.model.fake.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may go wrong, in each format: each answer ends in one way, and what had come is there (L1–L7, L11, T6, T7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {
    private static final List<ProviderType> TYPES =
            List.of(ProviderType.CUSTOM, ProviderType.ANTHROPIC, ProviderType.OLLAMA);
    private static final String ALL = String.join("", FakeProvider.TOKENS);
    private static final String HALF = String.join("", FakeProvider.TOKENS.subList(0, 10));

    private final FakeProvider fake = start();
    private final HttpModel model = Providers.model(Providers.LIMITS);

    private static FakeProvider start() {
        try {
            return FakeProvider.start(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void end() {
        fake.close();
    }

    /** What a scenario comes to. */
    record Expected(Scenario scenario, FinishReason reason, FailureKind kind, String text) {
        Expected(Scenario scenario, FailureKind kind, String text) {
            this(scenario, FinishReason.FAILED, kind, text);
        }
    }

    private static final List<Expected> FAULTS = List.of(
            new Expected(Scenario.CUT, FailureKind.TRUNCATED, HALF),
            new Expected(Scenario.CLOSED, FailureKind.TRUNCATED, HALF),
            new Expected(Scenario.UNFINISHED, FailureKind.TRUNCATED, ALL),
            new Expected(Scenario.ERROR_EVENT, FailureKind.PROVIDER_ERROR, HALF),
            new Expected(Scenario.ECHO_KEY, FailureKind.PROVIDER_ERROR, HALF),
            new Expected(Scenario.GARBAGE, FailureKind.GARBAGE, HALF),
            new Expected(Scenario.BROKEN_JSON, FailureKind.GARBAGE, HALF),
            new Expected(Scenario.HTML, FailureKind.NOT_A_STREAM, ""),
            new Expected(Scenario.SILENT, FailureKind.IDLE, ""),
            new Expected(Scenario.HEAD_ONLY, FailureKind.IDLE, ""),
            new Expected(Scenario.STALL, FailureKind.IDLE, HALF),
            new Expected(Scenario.RATE_LIMITED, FailureKind.RATE_LIMITED, ""),
            new Expected(Scenario.OVERLOADED, FailureKind.OVERLOADED, ""),
            new Expected(Scenario.FAILING, FailureKind.PROVIDER_ERROR, ""),
            new Expected(Scenario.UNAUTHORIZED, FailureKind.UNAUTHORIZED, ""),
            new Expected(Scenario.INVALID, FailureKind.INVALID_REQUEST, ""),
            new Expected(Scenario.REDIRECT, FailureKind.REDIRECT, ""),
            new Expected(Scenario.LONG_LINE, FailureKind.TOO_LARGE, HALF),
            new Expected(Scenario.LONG_ERROR, FailureKind.PROVIDER_ERROR, ""));

    static Stream<Arguments> faults() {
        return TYPES.stream().flatMap(type -> FAULTS.stream().map(fault -> Arguments.of(type, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultEndsTheAnswerInOneWayAndKeepsWhatHadCome(ProviderType type, Expected fault) {
        StringBuilder told = new StringBuilder();
        Answer answer = ask(type, fault.scenario(), told::append, new Cancellation());
        assertThat(answer.finishReason()).isEqualTo(fault.reason());
        assertThat(failure(answer).kind()).isEqualTo(fault.kind());
        assertThat(answer.text()).isEqualTo(fault.text());
        assertThat(told.toString()).isEqualTo(fault.text());
        assertThat(answer.calls()).isEmpty();
        assertThat(failure(answer).detail()).isNotBlank().hasSizeLessThanOrEqualTo(Failure.DETAIL_MAX);
        assertThat(failure(answer).detail()).doesNotContain("CANARY").doesNotContain(Providers.KEY.substring(5));
        assertThat(fake.trapped())
                .as("connections to where it was redirected to")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProviderType.class,
            names = {"CUSTOM", "ANTHROPIC", "OLLAMA"})
    void aProviderSaysWhenToComeAgain(ProviderType type) {
        Answer answer = ask(type, Scenario.RATE_LIMITED, AnswerListener.none(), new Cancellation());
        assertThat(failure(answer).retryAfter()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProviderType.class,
            names = {"CUSTOM", "ANTHROPIC", "OLLAMA"})
    void aWholeAnswerStopsWithItsTokensCounted(ProviderType type) {
        for (Scenario scenario : List.of(Scenario.COUNT, Scenario.CRLF)) {
            Answer answer = ask(type, scenario, AnswerListener.none(), new Cancellation());
            assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
            assertThat(answer.text()).isEqualTo(ALL);
            assertThat(Objects.requireNonNull(answer.usage()).outputTokens()).isEqualTo(20);
            assertThat(Objects.requireNonNull(answer.usage()).inputTokens()).isPositive();
            assertThat(answer.model()).isEqualTo("fake");
        }
        assertThat(ask(type, Scenario.LENGTH, AnswerListener.none(), new Cancellation())
                        .finishReason())
                .isEqualTo(FinishReason.LENGTH);
    }

    /** R7, T3: an answer is not lost for the name of its model. */
    @Test
    void ofAModelsNameIsKeptWhatCanBeStored() {
        Map<String, String> names = Map.of(
                "",
                "asked",
                " ",
                "asked",
                "\0\uD83D",
                "asked",
                " gpt\0-4\uDE00o ",
                "gpt-4o",
                "x".repeat(Message.MODEL_MAX + 1),
                "x".repeat(Message.MODEL_MAX),
                "\uD83D\uDE00".repeat(1_000_000),
                "\uD83D\uDE00".repeat(Message.MODEL_MAX));
        names.forEach((name, kept) -> {
            AnswerInProgress answer = new AnswerInProgress("asked", AnswerListener.none());
            answer.model(name);
            assertThat(answer.cancelled().model()).isEqualTo(kept);
        });
    }

    /** T5: what is refused took tokens, too, which some say only afterwards. */
    @ParameterizedTest
    @EnumSource(
            value = ProviderType.class,
            names = {"CUSTOM", "ANTHROPIC"})
    void whatARefusedAnswerTookIsCounted(ProviderType type) throws ProviderFailure {
        List<String> events = type == ProviderType.CUSTOM
                ? List.of(
                        "{\"choices\":[{\"delta\":{},\"finish_reason\":\"content_filter\"}]}",
                        "{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}}",
                        "[DONE]")
                : List.of(
                        "{\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":7}}}",
                        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"refusal\"},\"usage\":{\"output_tokens\":3}}",
                        "{\"type\":\"message_stop\"}");
        AnswerInProgress answer = new AnswerInProgress("asked", AnswerListener.none());
        Wire.Events reader = Wire.of(type).events(answer);
        for (String event : events) {
            assertThat(reader.take(event)).isEqualTo(event.equals(events.getLast()));
        }
        assertThatThrownBy(answer::ended)
                .isInstanceOfSatisfying(
                        ProviderFailure.class,
                        refused -> assertThat(refused.failure().kind()).isEqualTo(FailureKind.INVALID_REQUEST));
        assertThat(answer.cancelled().usage()).isEqualTo(new Usage(7, 3, null, null));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProviderType.class,
            names = {"CUSTOM", "ANTHROPIC", "OLLAMA"})
    void whatIsNotCountedIsNotMadeUp(ProviderType type) {
        Answer answer = ask(type, Scenario.NO_USAGE, AnswerListener.none(), new Cancellation());
        assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(answer.usage()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProviderType.class,
            names = {"CUSTOM", "ANTHROPIC", "OLLAMA"})
    void lettersAreWholeHoweverTheirBytesCome(ProviderType type) {
        assertThat(ask(type, Scenario.SPLIT, AnswerListener.none(), new Cancellation())
                        .text())
                .isEqualTo("Grüße, 世界 👋🏽 ﷺ");
    }

    @ParameterizedTest
    @EnumSource(
            value = ProviderType.class,
            names = {"CUSTOM", "ANTHROPIC", "OLLAMA"})
    void aModelCallsToolsAndGetsTheirResults(ProviderType type) {
        Question question = new Question(
                "fake-tools",
                "Be short.",
                List.of(new Turn.User("Where is it?")),
                List.of(new ToolOffer("search", "Finds things", "{\"type\":\"object\"}")),
                0.5,
                100,
                0.9);
        Answer first = model.ask(provider(type, ""), question, AnswerListener.none(), new Cancellation());
        assertThat(first.finishReason()).isEqualTo(FinishReason.TOOL);
        ToolCall call = first.calls().getFirst();
        assertThat(call.name()).isEqualTo("search");
        assertThat(call.arguments()).isEqualTo("{\"query\":\"cairn\"}");
        assertThat(call.id()).isNotBlank();
        Question again = new Question(
                "fake-count",
                null,
                List.of(
                        new Turn.User("Where is it?"),
                        new Turn.Assistant(first.text(), first.calls()),
                        new Turn.ToolResult(call.id(), call.name(), "on the hill")),
                question.tools(),
                null,
                null,
                null);
        assertThat(model.ask(provider(type, ""), again, AnswerListener.none(), new Cancellation())
                        .text())
                .isEqualTo(ALL);
        assertThat(fake.requests().stream()
                        .filter(request -> request.text().contains("on the hill"))
                        .map(FakeRequest::text))
                .isNotEmpty()
                .allMatch(text -> text.contains("search") && text.contains("query"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProviderType.class,
            names = {"CUSTOM", "ANTHROPIC", "OLLAMA"})
    void theUsualAnswerRepeatsTheQuestion(ProviderType type) {
        Answer answer = model.ask(
                provider(type, ""), Question.of("Is anybody there?"), AnswerListener.none(), new Cancellation());
        assertThat(answer.text()).startsWith("You said, in 3 words: \"Is anybody there?\"");
        assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
    }

    private Answer ask(ProviderType type, Scenario scenario, AnswerListener listener, Cancellation cancellation) {
        return model.ask(provider(type, "/" + scenario.path()), Question.of("Say something"), listener, cancellation);
    }

    private ModelProvider provider(ProviderType type, String path) {
        boolean ollama = type == ProviderType.OLLAMA;
        return Providers.at(type, fake.url() + path + (ollama || path.isEmpty() ? "" : "/v1"));
    }

    private static Failure failure(Answer answer) {
        return Objects.requireNonNull(answer.failure(), () -> "no failure but " + answer);
    }
}
