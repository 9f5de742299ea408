package dev.cairn.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.model.Failure;
import dev.cairn.domain.model.FailureKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Maps an answer with a status other than 200 to a failure (L1, L6). */
final class Refusal {
    private static final int SECONDS_DIGITS_MAX = 9;

    private Refusal() {}

    static ProviderFailure of(Reply reply, ModelLimits limits, Scrubber scrubber, Instant now) {
        FailureKind kind = kind(reply.status());
        Duration retryAfter = kind == FailureKind.RATE_LIMITED || kind == FailureKind.OVERLOADED
                ? reply.header("retry-after").map(text -> duration(text, now)).orElse(null)
                : null;
        // A refusal often repeats the key, and a redirect's target may be internal: neither is passed on.
        String said = kind == FailureKind.UNAUTHORIZED || kind == FailureKind.REDIRECT
                ? ""
                : scrubber.clean(message(reply.beginning(limits)));
        String detail = words(kind, reply.status()) + (said.isEmpty() ? "" : ": " + said);
        return new ProviderFailure(kind, retryAfter, detail);
    }

    static FailureKind kind(int status) {
        return switch (status) {
            case 401, 403 -> FailureKind.UNAUTHORIZED;
            case 429 -> FailureKind.RATE_LIMITED;
            case 503, 529 -> FailureKind.OVERLOADED;
            case 408 -> FailureKind.PROVIDER_ERROR;
            default -> {
                if (status >= 500) {
                    yield FailureKind.PROVIDER_ERROR;
                }
                if (status >= 400) {
                    yield FailureKind.INVALID_REQUEST;
                }
                yield status >= 300 ? FailureKind.REDIRECT : FailureKind.NOT_A_STREAM;
            }
        };
    }

    private static String words(FailureKind kind, int status) {
        return switch (kind) {
            case UNAUTHORIZED -> "The provider does not accept the key (%d)".formatted(status);
            case RATE_LIMITED -> "The provider has been asked too often (%d)".formatted(status);
            case OVERLOADED -> "The provider has too much to do (%d)".formatted(status);
            case INVALID_REQUEST -> "The provider does not accept what was asked (%d)".formatted(status);
            case REDIRECT ->
                "The provider points elsewhere (%d), and nothing was sent there: set its baseUrl to where it is"
                        .formatted(status);
            default -> "The provider answered with %d".formatted(status);
        };
    }

    /** Answers the message of an error in any of the usual forms; nothing when it is in none, as raw texts are not passed on. */
    static String message(String body) {
        JsonNode json = Trees.parsed(body);
        return json == null ? "" : message(json);
    }

    static String message(JsonNode json) {
        JsonNode error = json.path("error");
        if (error.isTextual()) {
            return error.textValue();
        }
        JsonNode message = error.path("message").isTextual() ? error.path("message") : json.path("message");
        return message.isTextual() ? message.textValue() : "";
    }

    /** Reads seconds, or an HTTP date; null when it is neither. */
    static @Nullable Duration duration(String text, Instant now) {
        if (!text.isEmpty()
                && text.length() <= SECONDS_DIGITS_MAX
                && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return capped(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return at.isAfter(now) ? capped(Duration.between(now, at)) : Duration.ZERO;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Duration capped(Duration asked) {
        return asked.compareTo(Failure.RETRY_AFTER_MAX) > 0 ? Failure.RETRY_AFTER_MAX : asked;
    }
}
