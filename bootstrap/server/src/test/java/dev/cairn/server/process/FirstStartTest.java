package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees who starts the server, and does what it says. */
class FirstStartTest {
    private static final String LAST_LINE = "Ctrl-C stops it.";

    @TempDir
    Path folder;

    /** A server, and everything it has said. */
    private record Started(Process process, String text) implements AutoCloseable {
        String url() {
            return text.lines()
                    .filter(line -> line.contains("listening on "))
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .findFirst()
                    .orElseThrow();
        }

        int port() {
            return Integer.parseInt(url().substring(url().lastIndexOf(':') + 1));
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }

    private Started start() throws IOException {
        Process process = ChildServer.cairn(List.of("serve", "--port", "0", "--data-dir", data().toString()));
        BufferedReader out = process.inputReader(UTF_8);
        StringBuilder text = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            text.append(line).append('\n');
            if (line.equals(LAST_LINE)) {
                return new Started(process, text.toString());
            }
        }
        throw new IOException(text + new String(process.getErrorStream().readAllBytes(), UTF_8));
    }

    private Path data() {
        return folder.resolve("somebody's data");
    }

    private String token() throws IOException {
        return Files.readString(data().resolve("token")).strip();
    }

    @Test
    void theTokenIsSaidOnceAsALinkAndKeptForThisUserOnly() throws Exception {
        try (Started first = start()) {
            assertThat(first.text()).containsOnlyOnce(first.url() + "/#token=" + token());
            assertThat(first.text()).containsOnlyOnce(token());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("token"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                    .isEqualTo("rwx------");
        }
        String before = token();
        try (Started second = start()) {
            assertThat(token()).isEqualTo(before);
            assertThat(second.text()).doesNotContain(before).contains("Token: " + data().resolve("token"));
        }
    }

    @Test
    void theCommandsThatTheServerShowsWorkAsTheyStand() throws Exception {
        try (Started server = start()) {
            assumeCurl();
            List<String> commands = server.text()
                    .lines()
                    .filter(line -> line.startsWith("  curl"))
                    .toList();
            assertThat(commands).hasSize(3);
            for (String command : commands) {
                Ran ran = run(command + " -sS --fail-with-body");
                assertThat(ran.exitCode()).as(command + ran.text()).isZero();
            }
            assertThat(run(commands.getLast() + " -sS").text()).contains("Say hello");
            assertThat(run("curl -sS " + server.url() + "/health/readiness").text())
                    .contains("up");
        }
    }

    /** ADR 17, as anybody can see for themselves: without a token, and with one that does not help. */
    @Test
    void curlIsRefusedWithoutATokenAndUnderANameFromAPageOrAsAFormThatIsNotOurs() throws Exception {
        try (Started server = start()) {
            assumeCurl();
            String projects = server.url() + "/api/v1/projects";
            String post = " --data '{\"key\":\"EVIL\",\"name\":\"Evil\"}'";
            String json = post + " -H 'Content-Type: application/json' ";
            String known = "-H 'Authorization: Bearer %s' ".formatted(token());
            assertThat(status(projects)).isEqualTo("401");
            assertThat(status("'%s?token=%s'".formatted(projects, token()))).isEqualTo("401");
            assertThat(status(known + json + "-H 'Host: evil.example' " + projects))
                    .isEqualTo("421");
            assertThat(status(known + json + "-H 'Origin: http://evil.example' " + projects))
                    .isEqualTo("403");
            assertThat(status(known + json + "-H 'Origin: null' " + projects)).isEqualTo("403");
            assertThat(status(known + post + " -H 'Content-Type: text/plain' " + projects))
                    .isEqualTo("415");
            assertThat(run("curl -sS " + known + projects).text())
                    .contains("items")
                    .doesNotContain("EVIL");
            assertThat(status(known + json + projects)).isEqualTo("201");
        }
    }

    private static String status(String arguments) throws IOException, InterruptedException {
        return run("curl -sS -o /dev/null -w '%{http_code}' " + arguments).text();
    }

    private static void assumeCurl() throws IOException, InterruptedException {
        assumeTrue(run("command -v curl").exitCode() == 0, "There is no curl here: what it is answered is not shown");
    }

    @Test
    void theServerIsOnBothLoopbackAddresses() throws Exception {
        InetAddress ipv6 = InetAddress.ofLiteral("::1");
        assumeTrue(canBind(ipv6), "There is no IPv6 here");
        try (Started server = start()) {
            for (InetAddress address : List.of(ipv6, InetAddress.ofLiteral("127.0.0.1"))) {
                assertThat(answer(address, server.port(), "[::1]:" + server.port()))
                        .startsWith("HTTP/1.1 200");
                assertThat(answer(address, server.port(), "evil.example:" + server.port()))
                        .startsWith("HTTP/1.1 421");
            }
        }
    }

    /** Where ::1 cannot be had, the server serves all the same. */
    @Test
    void anotherProgramOnTheOtherLoopbackAddressIsNoReasonNotToServe() throws Exception {
        InetAddress ipv6 = InetAddress.ofLiteral("::1");
        assumeTrue(canBind(ipv6), "There is no IPv6 here");
        try (ServerSocket other = new ServerSocket(0, 1, ipv6)) {
            Process process = ChildServer.cairn(
                    List.of("serve", "--port", String.valueOf(other.getLocalPort()), "--data-dir", data().toString()));
            try (BufferedReader out = process.inputReader(UTF_8)) {
                assertThat(out.readLine()).endsWith("listening on http://127.0.0.1:" + other.getLocalPort());
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static boolean canBind(InetAddress address) {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static String answer(InetAddress address, int port, String host) throws IOException {
        try (Socket socket = new Socket(address, port)) {
            String request = "GET /health/liveness HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private record Ran(int exitCode, String text) {}

    private static Ran run(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String text = new String(shell.getInputStream().readAllBytes(), UTF_8);
        return new Ran(shell.waitFor(), text);
    }
}
