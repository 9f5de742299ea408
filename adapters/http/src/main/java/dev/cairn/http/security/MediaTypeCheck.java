package dev.cairn.http.security;

import dev.cairn.http.problem.HttpCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a body comes only where there may be one, and that it is JSON or a file of prompts: a page of another site can send a form or
 * bare text without asking, but none of these. Which of them a route takes is the router's business.
 */
final class MediaTypeCheck implements RequestCheck {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS");
    private static final Set<String> KNOWN = Set.of(
            "application/json",
            "application/merge-patch+json",
            "application/x-ndjson",
            "application/jsonl",
            "text/markdown",
            "application/zip",
            "application/vnd.sqlite3");

    @Override
    public @Nullable Refusal refuse(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        boolean body =
                headers.contains(HttpHeaders.TRANSFER_ENCODING) || hasLength(headers.get(HttpHeaders.CONTENT_LENGTH));
        if (WITHOUT_BODY.contains(request.getMethodName())) {
            return body ? new Refusal(HttpCode.BODY_NOT_ALLOWED, request.getMethodName() + " takes no body") : null;
        }
        List<String> types = headers.getAll(HttpHeaders.CONTENT_TYPE);
        boolean declared = types.isEmpty() ? !body : types.size() == 1 && isKnown(types.getFirst());
        return declared
                ? null
                : new Refusal(HttpCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json, in UTF-8");
    }

    private static boolean hasLength(@Nullable String length) {
        return length != null && !length.equals("0");
    }

    private static boolean isKnown(String type) {
        return KNOWN.contains(type) || isKnownInUtf8(type);
    }

    private static boolean isKnownInUtf8(String type) {
        try {
            MediaType parsed = MediaType.of(type);
            Optional<String> charset = parsed.getParameters().get("charset");
            return KNOWN.contains(parsed.getName().toLowerCase(Locale.ROOT))
                    && (charset.isEmpty() || Charset.forName(charset.get()).equals(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
