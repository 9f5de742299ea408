package dev.cairn.application.model;

import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.Usage;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to a language model.
 *
 * @param model which model answers; null for the provider's default
 * @param instructions the instructions for the model; null for none
 * @param turns the turns so far, the oldest first; the model answers to the last
 * @param tools the tools that the model may call
 * @param maxTokens the most tokens of the answer; null for the provider's limit
 */
@RecordBuilder
public record Question(
        @Nullable String model,
        @Nullable String instructions,
        List<Turn> turns,
        List<ToolOffer> tools,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @Nullable Double topP)
        implements QuestionBuilder.With {
    public static final double TEMPERATURE_MAX = 2;
    public static final int MAX_TOKENS_MAX = 1_000_000;
    public static final int TURNS_MAX = 10_000;
    public static final int TOOLS_MAX = 128;

    public Question {
        model = Text.optional("model", model, ProviderContent.MODEL_MAX);
        turns = Limits.count("turns", turns, TURNS_MAX);
        tools = Limits.count("tools", tools, TOOLS_MAX);
        if (turns.isEmpty()) {
            throw Invalid.of(ErrorCode.REQUIRED, "turns", "turns must not be empty");
        }
        checkRange("temperature", temperature, TEMPERATURE_MAX);
        checkRange("topP", topP, 1);
        maxTokens = Limits.optionalRange("maxTokens", maxTokens, 1, MAX_TOKENS_MAX);
    }

    /** Makes a question to the provider's default model, without tools and limits. */
    public static Question of(String text) {
        return new Question(null, null, List.of(new Turn.User(text)), List.of(), null, null, null);
    }

    private static void checkRange(String field, @Nullable Double value, double max) {
        if (value != null && !(value >= 0 && value <= max)) {
            throw Invalid.of(ErrorCode.RANGE, field, "%s must be 0 to %s, it is %s".formatted(field, max, value));
        }
    }

    /** Returns the usage of an answer: the provider's count, else an estimate by the lengths of the texts. */
    public RunUsage taken(Answer answer) {
        Usage counted = answer.usage();
        return counted == null
                ? RunUsage.estimate(length(), answer.text().length())
                : new RunUsage(counted.inputTokens(), counted.outputTokens(), false, null);
    }

    private long length() {
        return (instructions == null ? 0 : instructions.length())
                + turns.stream()
                        .mapToLong(turn -> switch (turn) {
                            case Turn.User(String text) -> text.length();
                            case Turn.Assistant(String text, var _) -> text.length();
                            case Turn.ToolResult(var _, var _, String text) -> text.length();
                        })
                        .sum();
    }

    /** Returns the question with its answer limited to this many tokens, at least one; null sets no further limit. */
    public Question within(@Nullable Integer tokens) {
        if (tokens == null || (maxTokens != null && maxTokens <= tokens)) {
            return this;
        }
        return withMaxTokens(Math.clamp(tokens, 1, MAX_TOKENS_MAX));
    }
}
