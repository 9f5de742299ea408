package dev.cairn.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A service and a store are each wired in one place (ADR 25): counted in the sources, since lists of classes leave no trace. */
class WiringTest {
    private static final Path ROOT = Path.of("../..");
    /** Where use cases are called from. */
    private static final List<Path> DOORS = List.of(ROOT.resolve("adapters/http"), ROOT.resolve("adapters/mcp"));

    private static final Pattern NO_WORD = Pattern.compile("\\W+");
    private static final Path BENCHMARKS = ROOT.resolve("benchmarks");
    private static final int OF_A_SERVICE_AT_MOST = 3;
    private static final List<Source> MAIN = sources(ROOT);

    private record Source(Path file, Set<String> words) {
        boolean names(String type) {
            return words.contains(type);
        }

        String type() {
            return file.getFileName().toString().replace(".java", "");
        }
    }

    @Test
    void aServiceIsNamedInItsPackageByItsDoorsAndInTheListOfUseCases() {
        List<Source> services = MAIN.stream()
                .filter(s -> s.file().startsWith(ROOT.resolve("application"))
                        && s.type().endsWith("Service"))
                .toList();
        assertThat(services).hasSizeGreaterThan(20).allSatisfy(service -> {
            List<Path> elsewhere = MAIN.stream()
                    .filter(source -> DOORS.stream().noneMatch(source.file()::startsWith)
                            && !Objects.equals(
                                    source.file().getParent(), service.file().getParent())
                            && source.names(service.type()))
                    .map(Source::file)
                    .toList();
            assertThat(elsewhere)
                    .hasSizeBetween(1, OF_A_SERVICE_AT_MOST)
                    .anyMatch(file -> file.endsWith("UseCases.java"));
        });
    }

    @Test
    void aStoreIsInNoListOfStores() {
        List<Source> bootstrap = MAIN.stream()
                .filter(source -> source.file().startsWith(ROOT.resolve("bootstrap")))
                .toList();
        List<Source> ports = MAIN.stream()
                .filter(s ->
                        s.file().startsWith(ROOT.resolve("domain")) && s.type().endsWith("Repository"))
                .toList();
        assertThat(ports)
                .hasSizeGreaterThan(15)
                .allSatisfy(port -> assertThat(bootstrap.stream().filter(source -> source.names(port.type())))
                        .as("what a store is asked for in the wiring")
                        .hasSizeLessThanOrEqualTo(1));
    }

    private static List<Source> sources(Path root) {
        Path main = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && file.toString().contains(main.toString())
                            && !file.toString().contains("/target/")
                            && !file.startsWith(BENCHMARKS))
                    .map(file -> new Source(
                            file,
                            Set.of(NO_WORD.splitAsStream(read(file)).distinct().toArray(String[]::new))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
