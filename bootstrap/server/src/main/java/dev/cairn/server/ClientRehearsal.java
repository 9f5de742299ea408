package dev.cairn.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Plays commands where a server runs, without one: it would load thrice as much as they do. What they need is kept in an AOT
 * cache of its own, which makes their start short (ADR 11).
 */
final class ClientRehearsal {
    private static final String CLAIM = """
            {"id":"0","fencingToken":1,"leaseUntil":"2026-01-01T00:00:00Z","outcome":"completed","itemStatus":"completed",
             "ticket":{"key":"DEMO-1","title":"First","tasks":[{"content":"a","status":"pending"}]},"comments":[],
             "items":[{"id":"0","ticketKey":"DEMO-1","agent":"ada","fencingToken":1}],"nextCursor":null}""";
    private static final String OTHERS = """
            {"id":"0","key":"DEMO-1","priority":"high","status":"open","title":"First","user":{"id":"0"},"tickets":{"open":1},
             "items":[{"key":"DEMO-1","priority":"high","status":"open","title":"First","reasons":[]}],"nextCursor":null}""";

    private ClientRehearsal() {}

    static void play() throws IOException {
        Path home = Files.createTempDirectory("cairn-rehearsal");
        try (ServerSocket stage = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> answer(stage));
            URI url = URI.create("http://127.0.0.1:" + stage.getLocalPort());
            new DataDirectory(home).announce(url, Optional.of("one that is only played"));
            LocalServers servers = new LocalServers(Map.of());
            String data = "--data-dir=" + home;
            commands(servers, data);
            Rehearsal.run(servers, "status", data);
            Rehearsal.run(servers, "ready", data, "--project=DEMO");
        } finally {
            Rehearsal.remove(home);
        }
    }

    static void commands(LocalServers servers, String data) {
        String project = "--project=DEMO";
        Rehearsal.run(servers, "ticket", "create", "Hello", data, project, "--priority=high", "--task=think of words");
        Rehearsal.run(servers, "ticket", "list", data, project);
        Rehearsal.run(servers, "ticket", "show", "DEMO-1", data, "--json");
        Rehearsal.run(servers, "next", data, project);
        Rehearsal.run(servers, "note", "halfway", data, "--progress=50");
        Rehearsal.run(servers, "context", data, project);
        Rehearsal.run(servers, "done", data, "--note=done", "--finish-tasks");
        Rehearsal.run(servers, "search", "first", data, project);
        Rehearsal.run(servers, "ticket", "--help");
    }

    /** Answers one request on each connection. */
    private static void answer(ServerSocket stage) {
        while (!stage.isClosed()) {
            try (Socket socket = stage.accept()) {
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
                String first = String.valueOf(in.readLine());
                int length = 0;
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    if (line.startsWith("Content-Length: ")) {
                        length = Integer.parseInt(line.substring("Content-Length: ".length()));
                    }
                }
                in.skip(length);
                String body = first.contains("/claims") ? CLAIM : OTHERS;
                socket.getOutputStream()
                        .write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                        + "Connection: close\r\nContent-Length: %d\r\n\r\n%s")
                                .formatted(body.length(), body)
                                .getBytes(UTF_8));
            } catch (IOException e) {
                if (!stage.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
