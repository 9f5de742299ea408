package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream of events, read line by line as it comes over the socket. */
final class EventReader implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader in;
    private final List<String> head = new ArrayList<>();

    private boolean whole;

    private EventReader(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    /** Sends the request and reads the head of the answer. */
    static EventReader get(TestServer server, String path, String... headers) {
        try {
            EventReader reader = new EventReader(new Socket(InetAddress.getLoopbackAddress(), server.port()));
            StringBuilder request = new StringBuilder(
                    "GET /api/v1%s HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(path, server.port()));
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            reader.socket.getOutputStream().write((request + "\r\n").getBytes(UTF_8));
            for (String line = reader.in.readLine(); line != null && !line.isEmpty(); line = reader.in.readLine()) {
                reader.head.add(line);
            }
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EventReader open(TestServer server, String path, String... headers) {
        String[] all = new String[headers.length + 1];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization: Bearer " + server.token();
        return get(server, path, all);
    }

    List<String> head() {
        return head;
    }

    int status() {
        return Integer.parseInt(head.getFirst().split(" ", -1)[1]);
    }

    /** The next line of the stream, without those of the chunks around it; null at its end. */
    @Nullable
    String line() {
        try {
            while (true) {
                String line = in.readLine();
                whole = "0".equals(line);
                if (line == null || whole) {
                    return null;
                }
                if (!line.isEmpty() && !line.matches("[0-9a-f]+")) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines up to the one that begins like this. */
    List<String> until(String beginning) {
        List<String> lines = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            lines.add(line);
            if (line.startsWith(beginning)) {
                return lines;
            }
        }
        throw new AssertionError("It ended before " + beginning + ": " + lines);
    }

    /** Whether it ended as an answer does, and not with its connection. */
    boolean isWhole() {
        return whole;
    }

    /** All lines up to the end. */
    List<String> rest() {
        List<String> lines = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            lines.add(line);
        }
        return lines;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
