package dev.cairn.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** G3: what Cairn's transactions set on PostgreSQL is what the doctor tries, and what the guide names. */
class EngineSettingsTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path STORES = ROOT.resolve("adapters/persistence/src/main/java");
    private static final Path EXAMINATION =
            ROOT.resolve("adapters/schema/src/main/java/dev/cairn/schema/admin/PostgresExamination.java");
    private static final Path GUIDE = ROOT.resolve("docs/guides/engines.md");
    private static final Pattern SET = Pattern.compile("SET LOCAL ([a-z_]+)");
    private static final Pattern TRIED = Pattern.compile("\"([a-z_]+) = [^\"]+\"");

    @Test
    void theDoctorTriesAndTheGuideNamesWhatTransactionsSet() throws IOException {
        Set<String> set = new TreeSet<>();
        try (Stream<Path> files = Files.walk(STORES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                set.addAll(found(SET, Files.readString(file)));
            }
        }
        assertThat(set).contains("statement_timeout", "lock_timeout", "plan_cache_mode");
        assertThat(found(TRIED, Files.readString(EXAMINATION))).containsAll(set);
        assertThat(set.stream().map("`%s`"::formatted)).allMatch(Files.readString(GUIDE)::contains);
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
