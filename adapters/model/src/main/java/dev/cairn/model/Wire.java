package dev.cairn.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.model.Question;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.ProviderType;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The format in which a provider is spoken to. */
sealed interface Wire permits OpenAiWire, AnthropicWire, OllamaWire {
    static Wire of(ProviderType type) {
        return switch (type.format()) {
            case OPENAI -> new OpenAiWire(type == ProviderType.OPENAI);
            case ANTHROPIC -> new AnthropicWire();
            case OLLAMA -> new OllamaWire();
        };
    }

    /** Answers the path of the route that answers. */
    String path(BaseUrl url);

    /** Answers the headers that show the key, and those that the format asks for. */
    default Map<String, String> headers(@Nullable ProviderKey key) {
        return key == null ? Map.of() : Map.of("Authorization", "Bearer " + key.value());
    }

    /** Answers the question as it is sent. */
    ObjectNode body(Question question, String model, boolean stream);

    /** Whether this media type is a stream of this format. */
    default boolean streams(String mediaType) {
        return mediaType.equals("text/event-stream");
    }

    /** Whether each line is an event by itself; else the stream is one of server-sent events. */
    default boolean byLines() {
        return false;
    }

    /** Begins to read an answer's events. */
    Events events(AnswerInProgress answer);

    /** Whether the JSON is the answer to a question without a stream. */
    boolean isAnswer(JsonNode json);

    /** Takes the events of one answer. */
    interface Events {
        /**
         * Takes the next event.
         *
         * @return whether it was the last one
         * @throws ProviderFailure when it tells of an error, or is no event of this format
         */
        boolean take(String data) throws ProviderFailure;
    }

    /** Answers the path of the base URL, or the usual one when it has none. */
    static String base(BaseUrl url, String usual) {
        String path = URI.create(url.value()).getRawPath();
        return path.isEmpty() ? usual : path;
    }
}
