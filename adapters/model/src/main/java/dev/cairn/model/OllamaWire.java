package dev.cairn.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.model.Question;
import dev.cairn.application.model.ToolCall;
import dev.cairn.application.model.Turn;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.FinishReason;
import java.util.Set;

/** Ollama's own chat: lines of JSON. */
record OllamaWire() implements Wire {
    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    @Override
    public String path(BaseUrl url) {
        return Wire.base(url, "") + "/api/chat";
    }

    @Override
    public ObjectNode body(Question question, String model, boolean stream) {
        ObjectNode body = Trees.object().put("model", model).put("stream", stream);
        ArrayNode messages = body.putArray("messages");
        if (question.instructions() != null) {
            messages.addObject().put("role", "system").put("content", question.instructions());
        }
        question.turns().forEach(turn -> add(messages, turn));
        if (!question.tools().isEmpty()) {
            OpenAiWire.addTools(body, question);
        }
        ObjectNode options = Trees.object();
        if (question.temperature() != null) {
            options.put("temperature", question.temperature());
        }
        if (question.topP() != null) {
            options.put("top_p", question.topP());
        }
        if (question.maxTokens() != null) {
            options.put("num_predict", question.maxTokens());
        }
        if (!options.isEmpty()) {
            body.set("options", options);
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
                                .putObject("function")
                                .put("name", call.name())
                                .set("arguments", Trees.objectOf(call.arguments()));
                    }
                }
            }
            case Turn.ToolResult result ->
                messages.addObject()
                        .put("role", "tool")
                        .put("tool_name", result.name())
                        .put("content", result.text());
        }
    }

    @Override
    public boolean streams(String mediaType) {
        return LINES.contains(mediaType);
    }

    @Override
    public boolean byLines() {
        return true;
    }

    @Override
    public Events events(AnswerInProgress answer) {
        return data -> {
            JsonNode event = Said.object(data);
            Said.requireNoError(event);
            answer.model(Said.text(event.path("model")));
            JsonNode message = event.path("message");
            answer.text(Said.text(message.path("content")));
            for (JsonNode call : message.path("tool_calls")) {
                JsonNode function = call.path("function");
                JsonNode arguments = function.path("arguments");
                answer.call(
                        answer.calls(),
                        Said.text(call.path("id")),
                        Said.text(function.path("name")),
                        arguments.isObject() ? arguments.toString() : Said.text(arguments));
            }
            if (!event.path("done").asBoolean()) {
                return false;
            }
            answer.finish(
                    Said.text(event.path("done_reason")).equals("length") ? FinishReason.LENGTH : FinishReason.STOP);
            Said.usage(
                    answer,
                    event.path("prompt_eval_count"),
                    event.path("eval_count"),
                    MissingNode.getInstance(),
                    MissingNode.getInstance());
            return true;
        };
    }

    @Override
    public boolean isAnswer(JsonNode json) {
        return json.path("message").isObject();
    }
}
