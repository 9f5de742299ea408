package dev.cairn.benchmarks.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Somebody who reads an export slowly, again and again: it must neither stop writers nor keep the WAL from ending. */
final class SlowReader {
    private static final int CHUNK_BYTES = 4 * 1024;
    private static final int PAUSE_MILLIS = 50;

    private SlowReader() {}

    static void start(URI server, String token) {
        Thread.ofVirtual().start(() -> {
            while (readOnce(server, token)) {
                Thread.onSpinWait();
            }
        });
    }

    /** Answers whether to go on: not when the server is gone. */
    private static boolean readOnce(URI server, String token) {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(CHUNK_BYTES);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            socket.getOutputStream()
                    .write(
                            "GET /api/v1/projects/%s/export HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                                    .formatted(MixedWorkload.PROJECT, server.getAuthority(), token)
                                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (in.read(chunk) >= 0) {
                Thread.sleep(PAUSE_MILLIS);
            }
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            System.err.println("A slow reader was cut off: " + e.getMessage());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
