import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the program once for each of its AOT caches, side by side, and has the JVM keep the classes that it loaded and, of the server, how
 * their methods are used (ADR 11). What they say is in {@code aot-cache*.log}.
 */
final class Rehearse {
    private record Cache(String suffix, String flag, List<String> part) {}

    private static final List<Cache> CACHES = List.of(
            // What is compiled here has a profile there: more than the server compiles of itself.
            new Cache("", "-XX:CompileThresholdScaling=1", List.of()),
            // The start of an agent's line, which loads little and is to stay small (M11).
            new Cache("-mcp", "-XX:-AOTRecordTraining", List.of("mcp")),
            // Commands where a server runs.
            new Cache("-client", "-XX:-AOTRecordTraining", List.of("client")));

    /** @param arguments the distribution's folder, and that of the logs */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path distribution = Path.of(arguments[0]);
        Path own = distribution.resolve("runtime/bin/java");
        Path java = Files.exists(own) ? own : Path.of(System.getProperty("java.home"), "bin", "java");
        List<Process> running = new ArrayList<>();
        for (Cache cache : CACHES) {
            Path library = distribution.resolve("lib");
            List<String> command = new ArrayList<>(List.of(
                    java.toString(),
                    "@" + library.resolve("jvm.options"),
                    "-XX:AOTCacheOutput=" + library.resolve("cairn" + cache.suffix() + ".aot"),
                    cache.flag(),
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr",
                    "-Dcairn.native=" + library.resolve("native"),
                    "-classpath",
                    library.resolve("cairn-server.jar").toString(),
                    "dev.cairn.server.Rehearsal"));
            command.addAll(cache.part());
            Path log = Path.of(arguments[1], "aot-cache" + cache.suffix() + ".log");
            running.add(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
        }
        for (Process each : running) {
            each.waitFor();
        }
    }
}
