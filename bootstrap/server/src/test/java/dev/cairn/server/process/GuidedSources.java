package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of the sources, on which what a guide says is done. */
final class GuidedSources {
    private static final Pattern FILE = Pattern.compile("```java (\\S+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern DIFF = Pattern.compile("```diff (\\S+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Set<String> LEFT_OUT = Set.of("target", "node_modules", ".git");

    private final Path root;
    private final Path copy;
    private final String guide;

    /** What was written by hand: new files with their lines, and edited files with the lines that came. */
    record Written(Map<String, Integer> created, Map<String, Integer> edited) {
        int lines() {
            return Stream.of(created, edited)
                    .flatMap(files -> files.values().stream())
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        /** New files, without those that only describe a package. */
        long files() {
            return created.keySet().stream()
                    .filter(file -> !file.endsWith("/package-info.java"))
                    .count();
        }

        /** The edited files of the product itself. */
        Set<String> editedInMain() {
            return edited.keySet().stream()
                    .filter(file -> file.contains("/src/main/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private GuidedSources(Path root, Path copy, String guide) {
        this.root = root;
        this.copy = copy;
        this.guide = guide;
    }

    /** Copies the sources into a folder of this one. */
    static GuidedSources copied(String guide, Path folder) throws IOException {
        Path root = Path.of("../..").toRealPath();
        Path copy = folder.resolve("sources");
        copy(root, copy);
        return new GuidedSources(
                root, copy, Files.readString(root.resolve("docs/guides").resolve(guide)));
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

    String guide() {
        return guide;
    }

    /** The statements that the guide shows. */
    List<String> sql() {
        return SQL.matcher(guide).results().map(found -> found.group(1)).toList();
    }

    /** Writes the guide's files and does what its diffs say, each of which fits one place only. */
    Written write() throws IOException {
        Map<String, Integer> created = new TreeMap<>();
        Matcher file = FILE.matcher(guide);
        while (file.find()) {
            Path path = copy.resolve(file.group(1));
            assertThat(path).doesNotExist();
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.group(2));
            created.put(file.group(1), (int) file.group(2).lines().count());
        }
        Map<String, Integer> edited = new TreeMap<>();
        Matcher diff = DIFF.matcher(guide);
        while (diff.find()) {
            List<String> lines = diff.group(2).lines().toList();
            edit(copy.resolve(diff.group(1)), side(lines, '+'), side(lines, '-'));
            int added =
                    (int) lines.stream().filter(line -> line.startsWith("+")).count();
            edited.merge(diff.group(1), added, Integer::sum);
        }
        return new Written(created, edited);
    }

    private static void edit(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        assertThat(text.split(Pattern.quote(before), -1))
                .as("%s has once:%n%s", file, before)
                .hasSize(2);
        Files.writeString(file, text.replace(before, after));
    }

    private static String side(List<String> lines, char without) {
        return lines.stream()
                .filter(line -> line.isEmpty() || line.charAt(0) != without)
                .map(line -> line.isEmpty() ? "\n" : line.substring(1) + "\n")
                .collect(Collectors.joining());
    }

    /** Compiles a module and what it rests on with all warnings as errors. */
    void compile(String module) throws IOException, InterruptedException {
        maven("compile", "-pl", module, "-am");
    }

    /** Compiles the rest without the checks and generates the migrations. */
    void generate(String migration) throws IOException, InterruptedException {
        assertThat(maven("-Pquick", "-Pschema", "-Dmigration=" + migration)).contains("__" + migration + ".sql");
    }

    /** Answers what Maven said; the test is skipped where there is none. */
    private String maven(String... arguments) throws IOException, InterruptedException {
        Path said = copy.resolveSibling("said");
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-ntp"));
        command.addAll(Arrays.asList(arguments));
        Process maven;
        try {
            maven = new ProcessBuilder(command)
                    .directory(copy.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            return abort("skipped: there is no mvn to run (" + e.getMessage() + ")");
        }
        int exitCode = maven.waitFor();
        String text = Files.readString(said);
        assertThat(exitCode).as(text).isZero();
        return text;
    }

    /** What was generated for SQLite, without comments. */
    String migration(String name) throws IOException {
        Path migrations = copy.resolve("adapters/persistence/src/main/resources/db/sqlite");
        try (Stream<Path> files = Files.list(migrations)) {
            Path file = files.filter(path -> path.toString().matches(".*V\\d+__" + name + "\\.sql"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file)
                    .lines()
                    .filter(line -> !line.startsWith("--") && !line.isBlank())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Starts the server of the copy. */
    ChildServer start(Path data, Map<String, String> environment) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(this::ofCopy)
                .collect(Collectors.joining(File.pathSeparator));
        // What was generated is among the sources; the next build copies it.
        String generated = copy.resolve("adapters/persistence/src/main/resources") + File.pathSeparator;
        return ChildServer.start(data, generated + classPath, environment);
    }

    private String ofCopy(String entry) {
        return entry.startsWith(root.toString())
                ? copy + entry.substring(root.toString().length()).replaceFirst("target/[^/]*\\.jar$", "target/classes")
                : entry;
    }
}
