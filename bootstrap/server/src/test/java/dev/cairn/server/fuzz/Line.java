package dev.cairn.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A connection to the server, over which anything can be sent; opened anew when the server closes it. */
final class Line implements AutoCloseable {
    /** More than a request may take (30 s), so that what hangs is told from what is slow. */
    private static final int PATIENCE_MILLIS = 40_000;

    private static final int STREAM_MILLIS = 150;
    private static final int STREAM_MAX_BYTES = 64 * 1024;

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    Line(int port) {
        this.port = port;
    }

    /** Nothing came back, or nothing that is an answer. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    Heard send(byte[] request, boolean head) throws NoAnswer {
        long start = System.nanoTime();
        boolean again = socket != null;
        try {
            return exchange(request, head, start);
        } catch (SocketTimeoutException e) {
            close();
            throw new NoAnswer("It hangs: no answer within %d ms".formatted(PATIENCE_MILLIS), e);
        } catch (IOException | NumberFormatException e) {
            close();
            if (again) {
                // The server may close a connection that rests, at any time.
                return send(request, head);
            }
            throw new NoAnswer("No answer: " + e, e);
        }
    }

    private Heard exchange(byte[] request, boolean head, long start) throws IOException {
        Socket open = open();
        try {
            open.getOutputStream().write(request);
            open.getOutputStream().flush();
        } catch (SocketException e) {
            if (in.available() == 0) {
                throw e;
            }
            // It was answered, and closed, before it was sent whole.
        }
        String line = line();
        while (line.startsWith("HTTP/1.1 1")) {
            headers();
            line = line();
        }
        if (!line.startsWith("HTTP/1.")) {
            throw new IOException("no status line: " + line);
        }
        int status = Integer.parseInt(line.substring(9, 12));
        Map<String, String> headers = headers();
        boolean stream = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        byte[] body = stream ? beginning(open) : body(status, headers, head);
        if (stream || headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return new Heard(status, headers, body, stream, (System.nanoTime() - start) / 1_000_000);
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setSoTimeout(PATIENCE_MILLIS);
            open.setTcpNoDelay(true);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        return open;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        while (c >= 0 && c != '\n') {
            line.write(c);
            c = in.read();
        }
        if (c < 0) {
            throw new IOException("the connection was closed after \"%s\"".formatted(line.toString(ISO_8859_1)));
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("no header: " + line);
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(int status, Map<String, String> headers, boolean head) throws IOException {
        if (head || status == 204 || status == 304) {
            return new byte[0];
        }
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        String length = headers.get("content-length");
        if (length == null) {
            return in.readAllBytes();
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        if (body.length < Integer.parseInt(length)) {
            throw new IOException("the connection was closed within the answer");
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            body.writeBytes(in.readNBytes(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    /** What a stream says before it falls silent. */
    private byte[] beginning(Socket open) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        open.setSoTimeout(STREAM_MILLIS);
        try {
            byte[] buffer = new byte[8_192];
            for (int n = in.read(buffer); n > 0 && read.size() < STREAM_MAX_BYTES; n = in.read(buffer)) {
                read.write(buffer, 0, n);
            }
        } catch (SocketTimeoutException silent) {
            return read.toByteArray();
        }
        return read.toByteArray();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            socket = null;
        }
    }
}
