package dev.cairn.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request, byte for byte.
 *
 * @param name the operation or the tool, for counting
 * @param kind of what it answers
 * @param path as it is sent; each character is one byte
 * @param query its parts, as they are sent
 * @param headers whole lines, without the host's and the length
 * @param body null for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Shot(
        String name,
        String kind,
        String method,
        String path,
        List<String> query,
        List<String> headers,
        byte @Nullable [] body) {
    private static final int SHOWN_MAX = 20_000;
    private static final String LINE = "cairn mcp";

    String target() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    boolean isMcp() {
        return path.equals("/mcp") || isLine();
    }

    /** Whether it is a line that an agent writes to {@code cairn mcp}. */
    boolean isLine() {
        return path.equals(LINE);
    }

    /** The same, as a line. */
    Shot asLine() {
        byte[] line = body == null ? new byte[0] : body.clone();
        for (int i = 0; i < line.length; i++) {
            line[i] = line[i] == '\n' ? (byte) ' ' : line[i];
        }
        return new Shot(name, kind, method, LINE, List.of(), List.of(), line);
    }

    /** @param token stands for {@code $TOKEN} */
    byte[] bytes(int port, String token) {
        StringBuilder head = new StringBuilder(method + " " + target() + " HTTP/1.1\r\n");
        if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
            head.append("Host: localhost:").append(port).append("\r\n");
        }
        for (String line : headers) {
            head.append(line.replace("$TOKEN", token)).append("\r\n");
        }
        boolean chunked = headers.contains("Transfer-Encoding: chunked");
        byte[] content = body == null ? new byte[0] : body;
        if (body != null && !chunked) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        if (chunked && content.length > 0) {
            all.writeBytes("%x;a=b\r\n".formatted(content.length).getBytes(ISO_8859_1));
        }
        all.writeBytes(content);
        if (chunked) {
            all.writeBytes((content.length > 0 ? "\r\n0\r\n\r\n" : "0\r\n\r\n").getBytes(ISO_8859_1));
        }
        return all.toByteArray();
    }

    Shot with(List<String> otherQuery, List<String> otherHeaders, byte @Nullable [] otherBody) {
        return new Shot(name, kind, method, path, otherQuery, otherHeaders, otherBody);
    }

    Shot withHeader(String line) {
        List<String> more = new ArrayList<>(headers);
        more.add(line);
        return with(query, more, body);
    }

    /** As UTF-8; half a surrogate pair becomes the three bytes that no decoder takes. */
    static byte[] utf8(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                bytes.write(0xE0 | (c >> 12));
                bytes.write(0x80 | ((c >> 6) & 0x3F));
                bytes.write(0x80 | (c & 0x3F));
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    /** To be pasted into bash, with the server's token in TOKEN and its port in PORT. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("printf '");
        byte[] sent = isLine() && body != null ? body : bytes(0, "$TOKEN");
        for (byte each : sent) {
            char c = (char) (each & 0xFF);
            if (c < ' ' || c > '~' || c == '\'' || c == '\\') {
                text.append("\\%03o".formatted((int) c));
            } else {
                text.append(c == '%' ? "%%" : String.valueOf(c));
            }
            if (text.length() > SHOWN_MAX) {
                return text
                        + "… (%s %s, of more bytes than are shown: play it again by its seed)".formatted(method, path);
            }
        }
        if (isLine()) {
            return text + "\\n' | " + LINE;
        }
        String pasted =
                text.toString().replace("localhost:0\\", "localhost:'$PORT'\\").replace("$TOKEN", "'$TOKEN'");
        return pasted + "' | nc -q 1 localhost $PORT";
    }
}
