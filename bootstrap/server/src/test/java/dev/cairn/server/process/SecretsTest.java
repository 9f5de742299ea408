package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.fake.FakeProvider;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P19 on a real server: secrets stay where they belong, whatever is done with them and however much is logged. */
class SecretsTest {
    private static final String PASSWORD = "canary-Kq7ZxP2mV9-password";
    private static final String REPLACEMENT = "canary-w8RtY4nB6c-password";
    private static final String PROVIDER = "canary-d9LmQ4yUaE-provider";
    private static final String WRONG = "canary-h3GvD5sLxe-password";
    /** No secret: where it is not found, nothing would be. */
    private static final String CONTROL = "canary-J6fTqW1zNu-project";

    @TempDir
    Path folder;

    private final Map<String, String> secrets = new LinkedHashMap<>(Map.of(
            "password",
            PASSWORD,
            "replaced password",
            REPLACEMENT,
            "wrong password",
            WRONG,
            "provider's key",
            PROVIDER));
    private final List<String> answers = new ArrayList<>();

    @Test
    void whatIsSecretIsInNoFileLogAnswerErrorExportNorBackup() throws Exception {
        String token;
        try (ChildServer first = talkative()) {
            token = first.token();
            first.terminate();
            assertThat(first.said()).as("the link is said once").containsOnlyOnce(token);
        }
        secrets.put("start-up token", token);
        String said;
        try (ChildServer server = talkative()) {
            use(server.url(), token);
            said = backup();
            // An idle server moves its log into the file.
            assertThat(filesWith(CONTROL))
                    .anyMatch(file -> file.matches("cairn\\.db(-wal)?"))
                    .anyMatch(file -> file.matches("cairn-.*\\.db"));
            assertOnlyTheTokenFileHas(token);
            server.terminate();
            said += server.said();
        }
        try (ChildServer server = ChildServer.start(data(), Map.of("CAIRN_ACCOUNTS", "on"))) {
            for (String secret : secrets.values()) {
                misplace(server.url(), secret, "?token=" + secret);
            }
            server.terminate();
            said += server.said();
        }
        assertOnlyTheTokenFileHas(token);
        assertThat(said).contains("listening on");
        assertThat(log()).content(UTF_8).contains("TRACE", "DEBUG", "/api/v1/auth/login");
        assertThat(answers).anyMatch(answer -> answer.contains(CONTROL));
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            for (String form : forms(secret.getValue())) {
                assertThat(said.contains(form))
                        .as("%s in what was said", secret.getKey())
                        .isFalse();
                assertThat(answers).as("%s in an answer", secret.getKey()).noneMatch(answer -> answer.contains(form));
            }
        }
    }

    private void assertOnlyTheTokenFileHas(String token) throws IOException {
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            for (String form : forms(secret.getValue())) {
                assertThat(filesWith(form))
                        .as(secret.getKey())
                        .isEqualTo(form.equals(token) ? List.of("token") : List.of());
            }
        }
    }

    private static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(ISO_8859_1);
        return List.of(
                secret,
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    /** A server with accounts that logs all there is to log. */
    private ChildServer talkative() throws IOException {
        Path logging = Files.writeString(folder.resolve("logging.xml"), """
                <configuration>
                  <appender name="FILE" class="ch.qos.logback.core.FileAppender">
                    <file>%s</file>
                    <encoder><pattern>%%-5level %%logger - %%msg%%n%%ex</pattern></encoder>
                  </appender>
                  <root level="TRACE"><appender-ref ref="FILE"/></root>
                </configuration>
                """.formatted(log()));
        return ChildServer.start(
                data(), Map.of("CAIRN_ACCOUNTS", "on", "JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=" + logging));
    }

    /** Makes each kind of secret, and shows it where it belongs and where it does not. */
    private void use(URI url, String token) throws IOException {
        String owner = "Authorization: Bearer " + token;
        String session = secret(
                "session",
                "\"token\":\"(cairn_s_[^\"]+)\"",
                exchange(url, "POST /api/v1/auth/register", account("ada", PASSWORD), owner));
        String browser = secret(
                "browser's session",
                "Set-Cookie: [^=]+=([^;]+);",
                exchange(url, "POST /api/v1/auth/browser-session", "", owner));
        String program = secret(
                "API token",
                "\"token\":\"(cairn_t_[^\"]+)\"",
                exchange(
                        url,
                        "POST /api/v1/tokens",
                        "{\"name\":\"ci\",\"scopes\":[\"read\",\"write\"]}",
                        "Authorization: Bearer " + session));
        work(url, "Authorization: Bearer " + program);
        models(url, "Authorization: Bearer " + session);
        passwords(url, "Authorization: Bearer " + session);
        String cookie = "Cookie: cairn_session_%d=%s".formatted(url.getPort(), browser);
        for (String header :
                List.of(owner, cookie, "Authorization: Bearer " + session, "Authorization: Bearer " + program)) {
            ask(url, "GET /api/v1/auth/me", "", header);
        }
        for (String secret : secrets.values()) {
            misplace(url, secret, "");
        }
    }

    /** @param query where no secret belongs: the framework logs it at DEBUG, Cairn never */
    private void misplace(URI url, String secret, String query) throws IOException {
        for (String header : List.of(
                "Authorization: Bearer " + secret,
                "Authorization: Basic " + secret,
                "X-Token: " + secret,
                "Cookie: cairn_session_%d=%s".formatted(url.getPort(), secret))) {
            ask(url, "GET /api/v1/projects" + query, "", header);
            ask(url, "GET /api/v1/activity", "", header);
            ask(url, "POST /api/v1/projects", "{\"name\":", header);
            ask(url, "FOO /api/v1/projects", "", header);
            ask(url, "GET /api/v1/projects", "", header, "Host: evil.example");
        }
    }

    /** What a program does, so that answers are kept, exported and backed up. */
    private void work(URI url, String program) throws IOException {
        ask(url, "POST /api/v1/projects", "{\"key\":\"SEC\",\"name\":\"%s\"}".formatted(CONTROL), program);
        for (int i = 0; i < 2; i++) {
            ask(url, "POST /api/v1/projects/SEC/tickets", "{\"title\":\"t\"}", program, "Idempotency-Key: k");
        }
        assertThat(answers.getLast()).containsIgnoringCase("Idempotency-Replayed: true");
        ask(url, "GET /api/v1/projects/SEC/export", "", program);
        assertThat(answers.getLast()).contains(CONTROL);
        ask(url, "POST /api/v1/tokens", "{\"name\":\"more\",\"scopes\":[\"read\"]}", program);
    }

    /** Providers that repeat the key in what they say, and in errors, when they are tried and when an agent answers. */
    private void models(URI url, String session) throws IOException {
        try (FakeProvider fake = FakeProvider.start(0)) {
            for (String scenario : List.of("say-key", "echo-key", "unauthorized", "invalid")) {
                ask(url, "POST /api/v1/providers", """
                        {"name":"%1$s","type":"custom","baseUrl":"%2$s/%1$s/v1","defaultModel":"fake","secret":"%3$s"}""".formatted(scenario, fake.url(), PROVIDER), session);
                String provider = id(answers.getLast());
                ask(url, "GET /api/v1/providers/" + provider, "", session);
                ask(url, "POST /api/v1/providers/" + provider + "/test", "", session);
                ask(url, "POST /api/v1/agents", """
                        {"name":"%1$s","role":"parrot","providerId":"%2$s"}""".formatted(scenario, provider), session);
                ask(url, "POST /api/v1/conversations", """
                        {"kind":"direct","participants":["%s"]}""".formatted(id(answers.getLast())), session);
                String where = id(answers.getLast());
                ask(url, "POST /api/v1/conversations/" + where + "/messages", "{\"content\":\"Who am I?\"}", session);
                String run = answers.getLast().replaceAll("(?s).*\"runs\":\\[\\{\"id\":\"([^\"]+)\".*", "$1");
                ask(url, "GET /api/v1/runs/" + run + "/stream", "", session);
                assertThat(answers.getLast()).containsAnyOf("event: done", "event: failed");
                ask(url, "GET /api/v1/runs/" + run, "", session);
                ask(url, "GET /api/v1/conversations/" + where + "/messages", "", session);
            }
            assertThat(fake.requests())
                    .hasSizeGreaterThanOrEqualTo(8)
                    .allMatch(request -> request.headers().containsValue("Bearer " + PROVIDER));
        }
        ask(url, "PATCH /api/v1/providers/0000000000000", "{\"secret\":\"%s\"}".formatted(PROVIDER), session);
        ask(url, "POST /api/v1/providers", "{\"secret\":[\"%s\"]}".formatted(PROVIDER), session);
        ask(url, "GET /api/v1/activity?limit=200", "", session);
        ask(url, "GET /metrics", "", session);
    }

    private static String id(String answer) {
        return answer.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }

    private void passwords(URI url, String session) throws IOException {
        for (String password : List.of(PASSWORD, WRONG, REPLACEMENT)) {
            ask(url, "POST /api/v1/auth/register", account("ada", password));
            ask(url, "POST /api/v1/auth/register", account("eve", password), "Idempotency-Key: k");
            ask(url, "POST /api/v1/auth/register", account("eve", password.repeat(20)));
            ask(url, "POST /api/v1/auth/register", account(password.repeat(20), password));
            ask(url, "POST /api/v1/auth/register", "{\"username\":\"eve\",\"password\":[\"%s\"]}".formatted(password));
            ask(url, "POST /api/v1/auth/register", "{\"username\":\"eve\",\"password\":\"%s\"".formatted(password));
            ask(
                    url,
                    "POST /api/v1/auth/register",
                    "{\"username\":\"eve\",\"name\":7,\"password\":\"%s\"}".formatted(password));
            ask(url, "POST /api/v1/auth/login", account("nobody", password));
            ask(url, "PATCH /api/v1/preferences", "{\"theme\":{\"password\":\"%s\"}}".formatted(password), session);
        }
        ask(url, "POST /api/v1/auth/login", account("ada", WRONG));
        ask(url, "POST /api/v1/auth/password", change(WRONG), session);
        ask(url, "POST /api/v1/auth/password", change(PASSWORD), session);
        assertThat(answers.getLast()).startsWith("HTTP/1.1 204");
        secret(
                "second session",
                "\"token\":\"(cairn_s_[^\"]+)\"",
                exchange(url, "POST /api/v1/auth/login", account("ada", REPLACEMENT)));
    }

    private static String account(String username, String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
    }

    private static String change(String current) {
        return "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(current, REPLACEMENT);
    }

    /** The secret in the one answer that shows it; it is looked for without the mark that all of its kind have. */
    private String secret(String kind, String pattern, String answer) {
        String secret = answer.replaceAll("(?s).*" + pattern + ".*", "$1");
        assertThat(secret).as(answer).hasSizeBetween(43, 51);
        secrets.put(kind, secret.replaceFirst("^cairn_._", ""));
        return secret;
    }

    private void ask(URI url, String line, String body, String... headers) throws IOException {
        answers.add(exchange(url, line, body, headers));
    }

    private String backup() throws Exception {
        Process process = ChildServer.cairn(List.of("--data-dir", data().toString(), "db", "backup"));
        String said = new String(process.getInputStream().readAllBytes(), UTF_8)
                + new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private Path data() {
        return folder.resolve("data");
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
            StringBuilder request = new StringBuilder(
                    "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n".formatted(line, server.getAuthority()));
            request.append("Content-Length: %d\r\n".formatted(body.length()));
            if (!body.isEmpty()) {
                request.append("Content-Type: application/json\r\n");
            }
            Stream.of(headers).forEach(header -> request.append(header).append("\r\n"));
            socket.getOutputStream().write((request + "\r\n" + body).getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
