import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Makes a Java runtime of the modules that Cairn and its libraries use, and no others, with jlink. */
final class Runtime {
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.logging", // what logs through it: the driver of PostgreSQL, libraries without SLF4J
            "java.management", // figures of the JVM; Logback, HikariCP
            "java.naming", // javax.naming in signatures of the driver of PostgreSQL and of Logback
            "java.net.http",
            "java.security.jgss", // a login at PostgreSQL by Kerberos
            "java.sql",
            "java.xml", // signatures of JDBC
            "jdk.charsets", // project files that are not in UTF-8
            "jdk.jfr", // events of the HTTP server, and to look into a server that runs
            "jdk.unsupported", // Netty
            "jdk.zipfs"); // Micronaut looks into its jars

    public static void main(String[] arguments) throws IOException {
        Path runtime = Path.of(arguments[0]);
        remove(runtime);
        int exitCode = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IllegalStateException("This is no JDK: it has no jlink"))
                .run(
                        System.out,
                        System.err,
                        "--add-modules",
                        String.join(",", MODULES),
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        runtime.toString());
        System.exit(exitCode);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
