package dev.cairn.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that is committed was built from the sources that are. That it is what they build, CI with Node compares (.ci/node). */
final class StudioLockTest {
    private static final Path ROOT = Path.of("../..");
    private static final List<String> FOLDERS = List.of("adapters/studio/web/src", "adapters/typescript/src");
    private static final Path LOCK = Path.of("web/build.lock");

    @Test
    void thePageWasBuiltAfterItsSourcesChanged() throws Exception {
        Map<String, String> built = new TreeMap<>();
        for (String line : Files.readAllLines(LOCK)) {
            String[] words = line.split("  ", 2);
            built.put(words[1], words[0]);
        }
        Map<String, String> now = new TreeMap<>();
        for (String file : built.keySet()) {
            now.put(file, hash(file));
        }
        for (String file : sources()) {
            now.put(file, hash(file));
        }
        assertThat(now)
                .as(
                        "The Studio or the API changed after the page was built. Build it, and commit what that makes: .ci/node studio")
                .containsExactlyEntriesOf(built);
    }

    /** What is there and may be missing in the lock; what is generated follows from the rest. */
    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(Files::isRegularFile)
                        .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> !file.contains("/generated/"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private static String hash(String file) throws Exception {
        Path path = ROOT.resolve(file);
        return Files.exists(path)
                ? HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)))
                : "missing";
    }
}
