package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P19: the token, and a session's secret, stay where they belong, whatever is done with them. */
class SecretsTest {
    @TempDir
    Path folder;

    private final List<String> answers = new ArrayList<>();

    @Test
    void theTokenAndTheSessionsAreInNoFileLogAnswerErrorOrExport() throws Exception {
        Path data = folder.resolve("data");
        String token;
        String session;
        String logged;
        try (ChildServer first = ChildServer.start(data)) {
            token = first.token();
            first.terminate();
        }
        try (ChildServer server = ChildServer.start(data)) {
            URI url = server.url();
            String bearer = "Authorization: Bearer " + token;
            String opened = exchange(url, "POST /api/v1/auth/browser-session", "", bearer);
            session = opened.replaceAll("(?s).*Set-Cookie: [^=]+=([^;]+);.*", "$1");
            assertThat(session).hasSize(43);
            String cookie = "Cookie: cairn_session_%d=%s".formatted(url.getPort(), session);
            answers.add(exchange(url, "POST /api/v1/projects", "{\"key\":\"SEC\",\"name\":\"S\"}", bearer));
            answers.add(exchange(
                    url, "POST /api/v1/projects/SEC/tickets", "{\"title\":\"t\"}", bearer, "Idempotency-Key: k"));
            for (String secret : List.of(token, session)) {
                for (String header : List.of(bearer, cookie, "Authorization: Basic " + secret, "X-Token: " + secret)) {
                    answers.add(exchange(url, "GET /api/v1/projects?token=" + secret, "", header));
                    answers.add(exchange(url, "GET /api/v1/activity", "", header));
                    answers.add(exchange(url, "GET /api/v1/projects/SEC/export", "", header));
                    answers.add(exchange(url, "POST /api/v1/projects", "{\"name\":", header));
                    answers.add(exchange(url, "FOO /api/v1/projects", "", header));
                    answers.add(exchange(url, "GET /api/v1/projects", "", header, "Host: evil.example"));
                }
            }
            server.terminate();
            logged = server.said();
        }
        assertThat(logged).contains("listening on");
        assertThat(answers).anyMatch(answer -> answer.startsWith("HTTP/1.1 200"));
        for (String secret : List.of(token, session)) {
            for (String form : List.of(secret, HexFormat.of().formatHex(secret.getBytes(ISO_8859_1)))) {
                assertThat(logged).doesNotContain(form);
                assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain(form));
                assertThat(filesWith(form))
                        .isEqualTo(secret.equals(form) && form.equals(token) ? List.of("token") : List.of());
            }
        }
    }

    private List<String> filesWith(String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, ISO_8859_1).contains(text)) {
                    found.add(String.valueOf(file.getFileName()));
                }
            }
        }
        return found;
    }

    private static String exchange(URI server, String line, String body, String... headers) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String type = body.isEmpty() ? "" : "Content-Type: application/json\r\n";
            String request = "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %d\r\n%s%s\r\n\r\n%s"
                    .formatted(line, server.getAuthority(), body.length(), type, String.join("\r\n", headers), body);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
