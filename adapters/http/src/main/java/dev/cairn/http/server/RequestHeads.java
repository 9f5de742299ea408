package dev.cairn.http.server;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.http.problem.HttpCode;
import dev.cairn.http.problem.Problems;
import dev.cairn.http.problem.Problems.Unasked;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the head of a request before anybody makes something of it: the codec takes any version, the framework a method in
 * any case, and both of them transfer codings of which they know nothing, so that what follows the head would be read in two
 * ways (RFC 9112, 6.1).
 */
final class RequestHeads {
    /** What is a target for sure (RFC 3986, 3.3 and 3.4). */
    private static final Pattern PLAIN = Pattern.compile("/[\\w.~!$&'()*+,;=:@/?-]*+");

    private RequestHeads() {}

    /** Refuses a head, or answers null; one that the codec could not read is answered further on. */
    static @Nullable Unasked refuse(HttpRequest request, Problems problems) {
        if (request.decoderResult().isFailure()) {
            return null;
        }
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return problems.unasked(
                    Unrequested.asked(request),
                    400,
                    ErrorCode.INVALID,
                    "Invalid request",
                    "This server speaks HTTP/1.1 and HTTP/1.0, no other version");
        }
        if (request.method().name().chars().anyMatch(c -> c >= 'a' && c <= 'z')) {
            return problems.unasked(
                    Unrequested.asked(request),
                    400,
                    ErrorCode.INVALID,
                    "Invalid request",
                    "Methods are written in capital letters: GET, POST, …");
        }
        if (!isTarget(request.uri())) {
            return problems.unasked(
                    Unrequested.asked(request),
                    HttpCode.MALFORMED_URI,
                    "The path or query has a broken escape, or a character that must be escaped");
        }
        return framed(request)
                ? null
                : problems.unasked(
                        Unrequested.asked(request),
                        400,
                        ErrorCode.INVALID,
                        "Invalid request",
                        "Transfer-Encoding must be chunked, once, in HTTP/1.1, or absent; compress by Content-Encoding");
    }

    /** Whether the framework can read the target; for nearly all of them no object is made. */
    private static boolean isTarget(String target) {
        if (PLAIN.matcher(target).matches()) {
            return true;
        }
        try {
            var _ = new URI(target);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean framed(HttpRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || (codings.size() == 1
                        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                                codings.getFirst().strip())
                        && request.protocolVersion().equals(HttpVersion.HTTP_1_1));
    }
}
