package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes on a socket, and what comes back on it: for what no proper client would send. */
final class RawClient {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

    private final TestServer server;

    RawClient(TestServer server) {
        this.server = server;
    }

    /**
     * What was answered.
     *
     * @param closed whether the server closed the connection after it
     */
    record Said(String text, boolean closed) {
        List<Integer> statuses() {
            List<Integer> statuses = new ArrayList<>();
            Matcher matcher = STATUS_LINE.matcher(text);
            while (matcher.find()) {
                statuses.add(Integer.valueOf(matcher.group(1)));
            }
            return statuses;
        }
    }

    /** The head of a request with the token, without the blank line that ends it. */
    String head(String requestLine, String... headers) {
        StringBuilder head = new StringBuilder(
                "%s\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                        .formatted(requestLine, server.port(), server.token()));
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    /** Sends a request that tells the server to close after it. */
    Said send(String head, byte[] body) {
        return exchange(bytes(head + "Connection: close\r\n\r\n", body));
    }

    static byte[] bytes(String head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    static byte[] chunked(byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (body.length > 0) {
            all.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(ISO_8859_1));
            all.writeBytes(body);
            all.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        all.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return all.toByteArray();
    }

    /** Sends these bytes and reads until the server closes. */
    Said exchange(byte[] request) {
        return exchange(request, PATIENCE_MILLIS);
    }

    Said exchange(byte[] request, int patienceMillis) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        boolean closed = false;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(patienceMillis);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            byte[] buffer = new byte[8192];
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                said.write(buffer, 0, read);
            }
            closed = true;
        } catch (SocketTimeoutException e) {
            closed = false;
        } catch (IOException e) {
            throw new UncheckedIOException(said.toString(UTF_8), e);
        }
        return new Said(said.toString(UTF_8), closed);
    }
}
