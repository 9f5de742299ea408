package dev.cairn.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ADR 28, as {@code bin/count-modules} prints it. */
class ModulesTest {
    private static final Path ROOT = Path.of("../..");
    private static final double SHARE_MAX = 0.20;

    @Test
    void noAdapterHasMoreThanAFifthOfTheLines() throws IOException {
        Map<String, Long> lines = new TreeMap<>();
        for (Path module : List.of(
                ROOT.resolve("domain"),
                ROOT.resolve("application"),
                ROOT.resolve("bootstrap/embedded"),
                ROOT.resolve("bootstrap/server"))) {
            lines.put(module.toString(), lines(module));
        }
        try (Stream<Path> adapters = Files.list(ROOT.resolve("adapters"))) {
            for (Path module : adapters.toList()) {
                lines.put(module.toString(), lines(module));
            }
        }
        long all = lines.values().stream().mapToLong(Long::longValue).sum();
        lines.keySet().removeIf(module -> !module.contains("adapters"));
        assertThat(lines).hasSizeGreaterThan(8);
        assertThat(lines)
                .allSatisfy((module, own) ->
                        assertThat(own).as("lines of %s, of %d", module, all).isLessThan(Math.round(SHARE_MAX * all)));
    }

    /** {@code mvn -Dstart} builds no test kit: who needs it says so in the profile that this leaves out. */
    @Test
    void theTestKitIsNamedInNoPomOutsideOfTheProfileForTests() throws IOException {
        for (Path pom : List.of(
                ROOT.resolve("adapters/persistence/pom.xml"),
                ROOT.resolve("bootstrap/embedded/pom.xml"),
                ROOT.resolve("bootstrap/server/pom.xml"))) {
            assertThat(Files.readString(pom).replaceAll("(?s)<profile>.*?</profile>", ""))
                    .as(pom.toString())
                    .doesNotContain("cairn-testkit");
        }
    }

    private static long lines(Path module) throws IOException {
        Path main = module.resolve("src/main/java");
        if (!Files.isDirectory(main)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(main)) {
            long sum = 0;
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                try (Stream<String> text = Files.lines(file)) {
                    sum += text.count();
                }
            }
            return sum;
        }
    }
}
