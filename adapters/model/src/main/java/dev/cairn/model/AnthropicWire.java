package dev.cairn.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.model.Question;
import dev.cairn.application.model.ToolCall;
import dev.cairn.application.model.ToolOffer;
import dev.cairn.application.model.Turn;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.FinishReason;
import dev.cairn.domain.model.ProviderKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Anthropic's messages. */
record AnthropicWire() implements Wire {
    /** The limit of tokens where the question has none, as the format requires one. */
    private static final int MAX_TOKENS = 4_096;

    private static final double TEMPERATURE_MAX = 1;

    @Override
    public String path(BaseUrl url) {
        return Wire.base(url, "/v1") + "/messages";
    }

    @Override
    public Map<String, String> headers(@Nullable ProviderKey key) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("anthropic-version", "2023-06-01");
        if (key != null) {
            headers.put("x-api-key", key.value());
        }
        return headers;
    }

    @Override
    public ObjectNode body(Question question, String model, boolean stream) {
        ObjectNode body = Trees.object().put("model", model).put("stream", stream);
        body.put("max_tokens", question.maxTokens() == null ? MAX_TOKENS : question.maxTokens());
        if (question.instructions() != null) {
            body.put("system", question.instructions());
        }
        ArrayNode messages = body.putArray("messages");
        question.turns().forEach(turn -> add(messages, turn));
        if (!question.tools().isEmpty()) {
            ArrayNode tools = body.putArray("tools");
            for (ToolOffer tool : question.tools()) {
                tools.addObject()
                        .put("name", tool.name())
                        .put("description", tool.description())
                        .set("input_schema", Trees.objectOf(tool.schema()));
            }
        }
        if (question.temperature() != null) {
            body.put("temperature", Math.min(question.temperature(), TEMPERATURE_MAX));
        }
        if (question.topP() != null) {
            body.put("top_p", question.topP());
        }
        return body;
    }

    private static void add(ArrayNode messages, Turn turn) {
        switch (turn) {
            case Turn.User(String text) -> addText(messages, "user", text);
            case Turn.Assistant assistant -> {
                if (!assistant.text().isBlank()) {
                    addText(messages, "assistant", assistant.text());
                }
                for (ToolCall call : assistant.calls()) {
                    content(messages, "assistant")
                            .addObject()
                            .put("type", "tool_use")
                            .put("id", call.id())
                            .put("name", call.name())
                            .set("input", Trees.objectOf(call.arguments()));
                }
            }
            case Turn.ToolResult result ->
                content(messages, "user")
                        .addObject()
                        .put("type", "tool_result")
                        .put("tool_use_id", result.callId())
                        .put("content", result.text());
        }
    }

    private static void addText(ArrayNode messages, String role, String text) {
        content(messages, role).addObject().put("type", "text").put("text", text);
    }

    /** Answers the contents of the last message when it is of this role, and else of a new one: roles take turns. */
    private static ArrayNode content(ArrayNode messages, String role) {
        if (!messages.isEmpty()
                && messages.get(messages.size() - 1) instanceof ObjectNode last
                && Said.text(last.path("role")).equals(role)) {
            return last.withArray("content");
        }
        return messages.addObject().put("role", role).putArray("content");
    }

    @Override
    public Events events(AnswerInProgress answer) {
        return new Stream(answer);
    }

    /** Reads one answer; the tokens of the question are counted at its beginning, those of the answer at its end. */
    private static final class Stream implements Events {
        private final AnswerInProgress answer;
        private JsonNode counted = MissingNode.getInstance();

        private Stream(AnswerInProgress answer) {
            this.answer = answer;
        }

        @Override
        public boolean take(String data) throws ProviderFailure {
            JsonNode event = Said.object(data);
            switch (Said.text(event.path("type"))) {
                case "error" -> throw Said.error(event);
                case "message_start" -> {
                    answer.model(Said.text(event.path("message").path("model")));
                    counted = event.path("message").path("usage");
                }
                case "content_block_start" -> start(event.path("index").asInt(), event.path("content_block"));
                case "content_block_delta" -> delta(event.path("index").asInt(), event.path("delta"));
                case "message_delta" -> end(event);
                case "message_stop" -> {
                    return true;
                }
                default -> Said.requireNoError(event); // A ping, or an event of a later version.
            }
            return false;
        }

        private void start(int index, JsonNode block) throws ProviderFailure {
            if (Said.text(block.path("type")).equals("tool_use")) {
                answer.call(index, Said.text(block.path("id")), Said.text(block.path("name")), "");
            } else {
                answer.text(Said.text(block.path("text")));
            }
        }

        private void delta(int index, JsonNode delta) throws ProviderFailure {
            switch (Said.text(delta.path("type"))) {
                case "text_delta" -> answer.text(Said.text(delta.path("text")));
                case "input_json_delta" -> answer.call(index, "", "", Said.text(delta.path("partial_json")));
                default -> {} // What the model thinks is not what it says.
            }
        }

        private void end(JsonNode event) {
            switch (Said.text(event.path("delta").path("stop_reason"))) {
                case "" -> {}
                case "max_tokens", "model_context_window_exceeded" -> answer.finish(FinishReason.LENGTH);
                case "tool_use" -> answer.finish(FinishReason.TOOL);
                case "refusal" -> answer.refuse("The model refused to answer");
                default -> answer.finish(FinishReason.STOP);
            }
            JsonNode cached = counted.path("cache_read_input_tokens");
            JsonNode input = counted.path("input_tokens");
            if (input.isIntegralNumber()) {
                long all = input.longValue()
                        + cached.asLong()
                        + counted.path("cache_creation_input_tokens").asLong();
                Said.usage(
                        answer,
                        LongNode.valueOf(all),
                        event.path("usage").path("output_tokens"),
                        cached,
                        MissingNode.getInstance());
            }
        }
    }

    @Override
    public boolean isAnswer(JsonNode json) {
        return json.path("content").isArray();
    }
}
