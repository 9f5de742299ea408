package dev.cairn.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.model.Question;
import dev.cairn.application.model.ToolCall;
import dev.cairn.application.model.ToolOffer;
import dev.cairn.application.model.Turn;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.FinishReason;

/**
 * OpenAI's chat completions, which Google, DeepSeek and most others speak, too.
 *
 * @param itself whether it is OpenAI, whose newer models know the limit of tokens by another name only
 */
record OpenAiWire(boolean itself) implements Wire {
    private static final String LAST = "[DONE]";

    @Override
    public String path(BaseUrl url) {
        return Wire.base(url, "/v1") + "/chat/completions";
    }

    @Override
    public ObjectNode body(Question question, String model, boolean stream) {
        ObjectNode body = Trees.object().put("model", model).put("stream", stream);
        if (stream) {
            body.putObject("stream_options").put("include_usage", true);
        }
        ArrayNode messages = body.putArray("messages");
        if (question.instructions() != null) {
            messages.addObject().put("role", "system").put("content", question.instructions());
        }
        question.turns().forEach(turn -> add(messages, turn));
        if (!question.tools().isEmpty()) {
            addTools(body, question);
        }
        if (question.temperature() != null) {
            body.put("temperature", question.temperature());
        }
        if (question.topP() != null) {
            body.put("top_p", question.topP());
        }
        if (question.maxTokens() != null) {
            body.put(itself ? "max_completion_tokens" : "max_tokens", question.maxTokens());
        }
        return body;
    }

    private static void add(ArrayNode messages, Turn turn) {
        switch (turn) {
            case Turn.User(String text) ->
                messages.addObject().put("role", "user").put("content", text);
            case Turn.Assistant assistant -> {
                ObjectNode message =
                        messages.addObject().put("role", "assistant").put("content", assistant.text());
                if (!assistant.calls().isEmpty()) {
                    ArrayNode calls = message.putArray("tool_calls");
                    for (ToolCall call : assistant.calls()) {
                        calls.addObject()
                                .put("id", call.id())
                                .put("type", "function")
                                .putObject("function")
                                .put("name", call.name())
                                .put("arguments", call.arguments());
                    }
                }
            }
            case Turn.ToolResult result ->
                messages.addObject()
                        .put("role", "tool")
                        .put("tool_call_id", result.callId())
                        .put("content", result.text());
        }
    }

    /** Adds the tools; Ollama takes them in the same form. */
    static void addTools(ObjectNode body, Question question) {
        ArrayNode tools = body.putArray("tools");
        for (ToolOffer tool : question.tools()) {
            tools.addObject()
                    .put("type", "function")
                    .putObject("function")
                    .put("name", tool.name())
                    .put("description", tool.description())
                    .set("parameters", Trees.objectOf(tool.schema()));
        }
    }

    @Override
    public Events events(AnswerInProgress answer) {
        return data -> {
            if (data.equals(LAST)) {
                return true;
            }
            JsonNode event = Said.object(data);
            Said.requireNoError(event);
            take(event, answer);
            return false;
        };
    }

    private static void take(JsonNode event, AnswerInProgress answer) throws ProviderFailure {
        answer.model(Said.text(event.path("model")));
        JsonNode choice = event.path("choices").path(0);
        JsonNode delta = choice.path("delta");
        answer.text(Said.text(delta.path("content")));
        for (JsonNode call : delta.path("tool_calls")) {
            JsonNode function = call.path("function");
            answer.call(
                    call.path("index").isInt() ? call.path("index").intValue() : answer.calls(),
                    Said.text(call.path("id")),
                    Said.text(function.path("name")),
                    Said.text(function.path("arguments")));
        }
        switch (Said.text(choice.path("finish_reason"))) {
            case "" -> {}
            case "length" -> answer.finish(FinishReason.LENGTH);
            case "tool_calls", "function_call" -> answer.finish(FinishReason.TOOL);
            case "content_filter" -> answer.refuse("The provider's filter of contents ended the answer");
            default -> answer.finish(FinishReason.STOP);
        }
        JsonNode usage = event.path("usage");
        if (usage.isObject()) {
            Said.usage(
                    answer,
                    usage.path("prompt_tokens"),
                    usage.path("completion_tokens"),
                    usage.path("prompt_tokens_details").path("cached_tokens"),
                    usage.path("completion_tokens_details").path("reasoning_tokens"));
        }
    }

    @Override
    public boolean isAnswer(JsonNode json) {
        return json.path("choices").isArray();
    }
}
