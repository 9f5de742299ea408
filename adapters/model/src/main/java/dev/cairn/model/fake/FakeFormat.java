package dev.cairn.model.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three formats, as a provider writes them. */
enum FakeFormat {
    OPENAI("/chat/completions", "text/event-stream; charset=utf-8") {
        @Override
        String begin(String model, int input) {
            return event(
                    "",
                    chunk(
                            model,
                            JSON.createObjectNode().put("role", "assistant").put("content", ""),
                            null));
        }

        @Override
        String token(String model, String token) {
            return event("", chunk(model, JSON.createObjectNode().put("content", token), null));
        }

        @Override
        String call(String model, String tool, String arguments) {
            int half = arguments.length() / 2;
            ObjectNode begin = JSON.createObjectNode();
            ObjectNode call = begin.putArray("tool_calls").addObject().put("index", 0);
            call.put("id", "call_1").put("type", "function");
            call.putObject("function").put("name", tool).put("arguments", arguments.substring(0, half));
            ObjectNode rest = JSON.createObjectNode();
            rest.putArray("tool_calls")
                    .addObject()
                    .put("index", 0)
                    .putObject("function")
                    .put("arguments", arguments.substring(half));
            return event("", chunk(model, begin, null)) + event("", chunk(model, rest, null));
        }

        @Override
        String end(String model, Stop stop, int output) {
            return event("", chunk(model, JSON.createObjectNode(), stop.openAi));
        }

        @Override
        String usage(String model, int input, int output) {
            ObjectNode counted = chunk(model, JSON.createObjectNode(), null);
            counted.putArray("choices");
            counted.putObject("usage").put("prompt_tokens", input).put("completion_tokens", output);
            return event("", counted);
        }

        @Override
        String last(String model, Stop stop, int input, int output, boolean counted) {
            return "data: [DONE]\n\n";
        }

        @Override
        String error(String message) {
            return event("", error("server_error", message));
        }

        private static ObjectNode chunk(String model, ObjectNode delta, @Nullable String finish) {
            ObjectNode chunk = JSON.createObjectNode()
                    .put("id", "fake")
                    .put("object", "chat.completion.chunk")
                    .put("model", model);
            chunk.putArray("choices")
                    .addObject()
                    .put("index", 0)
                    .put("finish_reason", finish)
                    .set("delta", delta);
            return chunk;
        }

        @Override
        ObjectNode whole(String model, String text, int input, int output) {
            ObjectNode whole =
                    JSON.createObjectNode().put("object", "chat.completion").put("model", model);
            whole.putArray("choices")
                    .addObject()
                    .put("index", 0)
                    .put("finish_reason", "stop")
                    .putObject("message")
                    .put("role", "assistant")
                    .put("content", text);
            whole.putObject("usage").put("prompt_tokens", input).put("completion_tokens", output);
            return whole;
        }
    },

    ANTHROPIC("/messages", "text/event-stream") {
        @Override
        String begin(String model, int input) {
            ObjectNode start = JSON.createObjectNode().put("type", "message_start");
            ObjectNode message =
                    start.putObject("message").put("role", "assistant").put("model", model);
            if (input >= 0) {
                message.putObject("usage").put("input_tokens", input).put("output_tokens", 1);
            }
            ObjectNode block =
                    JSON.createObjectNode().put("type", "content_block_start").put("index", 0);
            block.putObject("content_block").put("type", "text").put("text", "");
            return event("message_start", start) + event("content_block_start", block);
        }

        @Override
        String token(String model, String token) {
            ObjectNode delta =
                    JSON.createObjectNode().put("type", "content_block_delta").put("index", 0);
            delta.putObject("delta").put("type", "text_delta").put("text", token);
            return event("content_block_delta", delta);
        }

        @Override
        String call(String model, String tool, String arguments) {
            ObjectNode start =
                    JSON.createObjectNode().put("type", "content_block_start").put("index", 1);
            start.putObject("content_block")
                    .put("type", "tool_use")
                    .put("id", "call_1")
                    .put("name", tool)
                    .putObject("input");
            int half = arguments.length() / 2;
            return event("content_block_start", start)
                    + event("content_block_delta", part(arguments.substring(0, half)))
                    + event("content_block_delta", part(arguments.substring(half)));
        }

        private static ObjectNode part(String json) {
            ObjectNode delta =
                    JSON.createObjectNode().put("type", "content_block_delta").put("index", 1);
            delta.putObject("delta").put("type", "input_json_delta").put("partial_json", json);
            return delta;
        }

        @Override
        String end(String model, Stop stop, int output) {
            ObjectNode delta = JSON.createObjectNode().put("type", "message_delta");
            delta.putObject("delta").put("stop_reason", stop.anthropic);
            if (output >= 0) {
                delta.putObject("usage").put("output_tokens", output);
            }
            return event("message_delta", delta);
        }

        @Override
        String usage(String model, int input, int output) {
            return "";
        }

        @Override
        String last(String model, Stop stop, int input, int output, boolean counted) {
            return event("message_stop", JSON.createObjectNode().put("type", "message_stop"));
        }

        @Override
        String error(String message) {
            return event("error", error("api_error", message).put("type", "error"));
        }

        @Override
        ObjectNode whole(String model, String text, int input, int output) {
            ObjectNode whole = JSON.createObjectNode()
                    .put("type", "message")
                    .put("role", "assistant")
                    .put("model", model);
            whole.putArray("content").addObject().put("type", "text").put("text", text);
            whole.put("stop_reason", "end_turn");
            whole.putObject("usage").put("input_tokens", input).put("output_tokens", output);
            return whole;
        }
    },

    OLLAMA("/api/chat", "application/x-ndjson") {
        @Override
        String begin(String model, int input) {
            return "";
        }

        @Override
        String token(String model, String token) {
            return line(said(model, token));
        }

        @Override
        String call(String model, String tool, String arguments) {
            ObjectNode said = said(model, "");
            ArrayNode calls = ((ObjectNode) said.get("message")).putArray("tool_calls");
            calls.addObject().putObject("function").put("name", tool).set("arguments", parsed(arguments));
            return line(said);
        }

        @Override
        String end(String model, Stop stop, int output) {
            return "";
        }

        @Override
        String usage(String model, int input, int output) {
            return "";
        }

        @Override
        String last(String model, Stop stop, int input, int output, boolean counted) {
            ObjectNode last = said(model, "").put("done", true).put("done_reason", stop.ollama);
            if (counted) {
                last.put("prompt_eval_count", input).put("eval_count", output);
            }
            return line(last);
        }

        @Override
        String error(String message) {
            return line(JSON.createObjectNode().put("error", message));
        }

        private static ObjectNode said(String model, String token) {
            ObjectNode said = JSON.createObjectNode().put("model", model).put("done", false);
            said.putObject("message").put("role", "assistant").put("content", token);
            return said;
        }

        private static String line(ObjectNode node) {
            return node + "\n";
        }

        @Override
        ObjectNode whole(String model, String text, int input, int output) {
            return said(model, text)
                    .put("done", true)
                    .put("done_reason", "stop")
                    .put("prompt_eval_count", input)
                    .put("eval_count", output);
        }
    };

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final String route;
    private final String mediaType;

    FakeFormat(String route, String mediaType) {
        this.route = route;
        this.mediaType = mediaType;
    }

    /** The reasons why an answer stops, in the words of each format. */
    enum Stop {
        DONE("stop", "end_turn", "stop"),
        LENGTH("length", "max_tokens", "length"),
        TOOL("tool_calls", "tool_use", "stop");

        private final String openAi;
        private final String anthropic;
        private final String ollama;

        Stop(String openAi, String anthropic, String ollama) {
            this.openAi = openAi;
            this.anthropic = anthropic;
            this.ollama = ollama;
        }
    }

    /** Answers the format that this path asks for; empty when none does. */
    static Optional<FakeFormat> of(String path) {
        for (FakeFormat format : values()) {
            if (path.endsWith(format.route)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    String mediaType() {
        return mediaType;
    }

    /** @param input how many tokens the question had; −1 when that is not told */
    abstract String begin(String model, int input);

    abstract String token(String model, String token);

    abstract String call(String model, String tool, String arguments);

    abstract String end(String model, Stop stop, int output);

    abstract String usage(String model, int input, int output);

    abstract String last(String model, Stop stop, int input, int output, boolean counted);

    abstract String error(String message);

    /** Answers without a stream. */
    abstract ObjectNode whole(String model, String text, int input, int output);

    static ObjectNode error(String type, String message) {
        ObjectNode error = JSON.createObjectNode();
        error.putObject("error").put("type", type).put("message", message);
        return error;
    }

    private static String event(String name, ObjectNode data) {
        return (name.isEmpty() ? "" : "event: " + name + "\n") + "data: " + data + "\n\n";
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
