package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.Cairn;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S8: the guide "Add a field", done as it says on a copy of the sources. */
@Tag("slow")
class AddAFieldTest {
    private static final Pattern DIFF = Pattern.compile("```diff (\\S+)\\n(.*?)```", Pattern.DOTALL);
    private static final Set<String> LEFT_OUT = Set.of("target", "node_modules", ".git");

    @TempDir
    Path folder;

    @Test
    void theGuideIsTrue() throws Exception {
        Path root = Path.of("../..").toRealPath();
        Path copy = folder.resolve("sources");
        copy(root, copy);
        String guide = Files.readString(root.resolve("docs/guides/add-a-field.md"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Cairn.open(data.resolve("cairn.db")).close();

        int edited = apply(guide, copy);
        assertThat(guide).contains("**%d lines are edited by hand**".formatted(edited));
        generate(copy);

        assertThat(newest(copy.resolve("adapters/persistence/src/main/resources/db/sqlite")))
                .isIn(sql(guide));
        startAndAsk(root, copy, data);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(String.valueOf(folder.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Does what the guide's diffs say; answers how many lines they add. */
    private static int apply(String guide, Path sources) throws IOException {
        int added = 0;
        Matcher diff = DIFF.matcher(guide);
        while (diff.find()) {
            Path file = sources.resolve(diff.group(1));
            List<String> lines = diff.group(2).lines().toList();
            String before = side(lines, '+');
            String text = Files.readString(file);
            assertThat(text).as(file.toString()).contains(before);
            Files.writeString(file, text.replace(before, side(lines, '-')));
            added += (int) lines.stream().filter(line -> line.startsWith("+")).count();
        }
        return added;
    }

    private static String side(List<String> lines, char without) {
        return lines.stream()
                .filter(line -> line.isEmpty() || line.charAt(0) != without)
                .map(line -> line.isEmpty() ? "\n" : line.substring(1) + "\n")
                .collect(Collectors.joining());
    }

    private void generate(Path sources) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process maven;
        try {
            maven = new ProcessBuilder("mvn", "-q", "-B", "-Pschema", "-Dmigration=queue_colour")
                    .directory(sources.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: there is no mvn to run (" + e.getMessage() + ")");
            return;
        }
        assertThat(maven.waitFor()).as(Files.readString(said)).isZero();
        assertThat(said).content().contains("__queue_colour.sql");
    }

    private static String newest(Path migrations) throws IOException {
        try (Stream<Path> files = Files.list(migrations)) {
            String script =
                    Files.readString(files.filter(file -> file.toString().matches(".*V\\d+__queue_colour\\.sql"))
                            .findFirst()
                            .orElseThrow());
            return script.lines()
                    .filter(line -> !line.startsWith("--") && !line.isBlank())
                    .collect(Collectors.joining("\n"));
        }
    }

    private static List<String> sql(String guide) {
        Matcher sql = Pattern.compile("```sql\\n(.*?)\\n```", Pattern.DOTALL).matcher(guide);
        return sql.results().map(found -> found.group(1)).toList();
    }

    /** The server of the copy migrates the database of the version before, and knows the field. */
    private void startAndAsk(Path root, Path copy, Path data) throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> entry.startsWith(root.toString())
                        ? copy
                                + entry.substring(root.toString().length())
                                        .replaceFirst("target/[^/]*\\.jar$", "target/classes")
                        : entry)
                .collect(Collectors.joining(File.pathSeparator));
        // What was generated is among the sources; the next build copies it.
        String generated = copy.resolve("adapters/persistence/src/main/resources") + File.pathSeparator;
        try (ChildServer server = ChildServer.start(data, generated + classPath)) {
            Api api = server.api();
            api.made("/projects", "{\"key\":\"NEW\",\"name\":\"A field\"}");
            String id = api.made("/projects/NEW/queues", "{\"name\":\"work\",\"colour\":\"red\"}")
                    .path("id")
                    .asText();
            assertThat(api.get("/queues/" + id).body().path("colour").asText()).isEqualTo("red");
        }
        try (Stream<Path> backups = Files.list(data.resolve("backups"))) {
            assertThat(backups.filter(file -> file.toString().endsWith(".db"))).hasSize(1);
        }
    }
}
