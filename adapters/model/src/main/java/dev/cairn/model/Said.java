package dev.cairn.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.domain.model.FailureKind;
import dev.cairn.domain.model.Usage;
import org.jspecify.annotations.Nullable;

/** Reads the parts that all formats have alike. */
final class Said {
    private Said() {}

    /** @throws ProviderFailure {@code garbage} when it is no object */
    static JsonNode object(String data) throws ProviderFailure {
        JsonNode event = Trees.parsed(data);
        if (event == null || !event.isObject()) {
            throw garbage();
        }
        return event;
    }

    static ProviderFailure garbage() {
        return new ProviderFailure(FailureKind.GARBAGE, "The stream holds what is no event");
    }

    /** @throws ProviderFailure {@code provider_error}, with the message as it stands there */
    static void requireNoError(JsonNode event) throws ProviderFailure {
        JsonNode error = event.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            throw error(event);
        }
    }

    static ProviderFailure error(JsonNode event) {
        return new ProviderFailure(FailureKind.PROVIDER_ERROR, Refusal.message(event));
    }

    /** Answers a text; nothing when it is none. */
    static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }

    /** Keeps the token counts, if input and output were both counted, and are valid (L11). */
    static void usage(AnswerInProgress answer, JsonNode input, JsonNode output, JsonNode cached, JsonNode reasoning) {
        Long in = count(input);
        Long out = count(output);
        if (in != null && out != null) {
            answer.usage(new Usage(in, out, count(cached), count(reasoning)));
        }
    }

    private static @Nullable Long count(JsonNode node) {
        return node.isIntegralNumber()
                        && node.canConvertToLong()
                        && node.longValue() >= 0
                        && node.longValue() <= Usage.TOKENS_MAX
                ? node.longValue()
                : null;
    }
}
