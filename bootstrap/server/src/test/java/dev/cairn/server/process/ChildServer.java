package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code cairn serve} in a process of its own, on a free port. */
final class ChildServer implements AutoCloseable {
    /** The program of the distribution. */
    static final Path CAIRN = Path.of("target/cairn/bin/cairn").toAbsolutePath();

    /** What a process that lives for seconds is run with: the second compiler takes a third of its time. */
    static final String QUICK = "-XX:TieredStopAtLevel=1";

    /** Something that starts servers. */
    interface Build {
        ChildServer start(Path data, Map<String, String> environment) throws IOException;
    }

    private final Process process;
    private final URI url;
    private final Path data;
    private final Transcript transcript;

    private ChildServer(Process process, URI url, Path data, Transcript transcript) {
        this.process = process;
        this.url = url;
        this.data = data;
        this.transcript = transcript;
    }

    /** Starts it and waits until it says that it listens. */
    static ChildServer start(Path data) throws IOException {
        return start(data, Map.of());
    }

    static ChildServer start(Path data, Map<String, String> environment) throws IOException {
        return started(data, cairn(serving(data, 0), environment));
    }

    /** Starts it where another one was, so that whoever followed that one comes back. */
    static ChildServer start(Path data, int port) throws IOException {
        return started(data, cairn(serving(data, port), Map.of()));
    }

    /** Starts another build of the server than the one under test. */
    static ChildServer start(Path data, String classPath, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of("dev.cairn.server.Main"));
        command.addAll(serving(data, 0));
        return started(data, java(classPath, command, environment));
    }

    private static List<String> serving(Path data, int port) {
        return List.of("serve", "--port", String.valueOf(port), "--data-dir", data.toString());
    }

    private static ChildServer started(Path data, Process process) throws IOException {
        BufferedReader out = process.inputReader(UTF_8);
        String said = "";
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said += line + "\n";
            if (line.contains("listening on ")) {
                URI url = URI.create(line.substring(line.lastIndexOf(' ') + 1));
                return new ChildServer(process, url, data, new Transcript(line, out, process.errorReader(UTF_8)));
            }
        }
        throw new IOException("The server did not start: " + said
                + new String(process.getErrorStream().readAllBytes(), UTF_8));
    }

    /** The program as people get it, from the distribution that the build has made. */
    static Process cairn(List<String> arguments, Map<String, String> environment) throws IOException {
        return cairn(arguments, environment, Path.of(""));
    }

    /** Starts the program as somebody does who is in that folder. */
    static Process cairn(List<String> arguments, Map<String, String> environment, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(CAIRN.toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
        builder.environment().put("CAIRN_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CAIRN_JAVA_OPTS", QUICK);
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Process cairn(List<String> arguments) throws IOException {
        return cairn(arguments, Map.of());
    }

    /** A Java process on this test's own class path. */
    static Process java(List<String> mainAndArguments) throws IOException {
        return java(mainAndArguments, Map.of());
    }

    static Process java(List<String> mainAndArguments, Map<String, String> environment) throws IOException {
        return java(System.getProperty("java.class.path"), mainAndArguments, environment);
    }

    private static Process java(String classPath, List<String> mainAndArguments, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                QUICK,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                classPath));
        command.addAll(mainAndArguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start();
    }

    URI url() {
        return url;
    }

    /** Everything that it printed and logged, once it has ended. */
    String said() throws InterruptedException {
        return transcript.whole();
    }

    String token() throws IOException {
        return Files.readString(data.resolve("token")).strip();
    }

    /** A client that shows the token. */
    Api api() throws IOException {
        return new Api(url, token());
    }

    long pid() {
        return process.pid();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM; answers whether it ended within 10 s. */
    boolean terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
