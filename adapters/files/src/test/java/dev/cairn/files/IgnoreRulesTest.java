package dev.cairn.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.application.file.FolderRules;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** X1, L27: what is ignored is what {@code git check-ignore} says, on generated trees with nasty patterns. */
class IgnoreRulesTest {
    private static final int TREES = Integer.getInteger("cairn.trees", 40);
    private static final long SEED = Long.getLong("cairn.seed", System.nanoTime() & 0xFFFFF);

    @TempDir
    static Path directory;

    @BeforeAll
    static void gitIsThere() throws Exception {
        boolean git;
        try {
            git = git(directory, "", "--version").status() == 0;
        } catch (IOException _) {
            git = false;
        }
        assumeTrue(git, "Skipped: there is no git to compare with");
    }

    @Test
    void whatIsIgnoredIsWhatGitIgnores() throws Exception {
        int patterns = 0;
        int ignored = 0;
        int found = 0;
        for (int i = 0; i < TREES; i++) {
            long seed = SEED + i;
            NastyTree tree = NastyTree.write(directory.resolve("tree" + i), seed);
            patterns += tree.patterns();
            Set<String> expected = new HashSet<>(tree.files());
            expected.removeAll(ignored(tree.root(), tree.files()));
            List<String> walked = Listing.of(tree.root()).paths;
            assertThat(differences(tree.root(), new HashSet<>(walked), expected))
                    .as("-Dcairn.seed=%d -Dcairn.trees=1", seed)
                    .isEmpty();
            found += walked.size();
            ignored += tree.files().size() - walked.size();
        }
        System.out.printf(
                "%d trees from seed %d: %d patterns, %d files found, %d ignored%n",
                TREES, SEED, patterns, found, ignored);
        assertThat(patterns).isGreaterThanOrEqualTo(Math.min(300, TREES * 7));
        assertThat(ignored).isPositive();
        assertThat(found).isPositive();
    }

    /** X7: patterns of secrets mean what they mean in a .gitignore at the root; that they ignore case leaves out more, never less. */
    @Test
    void whatPatternsOfSecretsNameIsLeftOut() throws Exception {
        for (int i = 0; i < TREES; i++) {
            long seed = SEED + i;
            NastyTree tree = NastyTree.write(directory.resolve("secrets" + i), seed);
            Path rules = tree.root().resolve(".gitignore");
            List<String> patterns = Files.exists(rules)
                    ? Files.readString(rules, StandardCharsets.ISO_8859_1)
                            .lines()
                            .toList()
                    : List.of("d*/");
            Files.write(rules, patterns, StandardCharsets.UTF_8);
            Listing ignoring = Listing.of(tree.root());
            Files.delete(rules);
            Listing listing = new Listing();
            Listing.folders(OwnFiles.NONE).walk(tree.root().toString(), new FolderRules(1_000, patterns), listing);
            listing.paths.removeAll(ignoring.paths);
            assertThat(listing.paths)
                    .as("-Dcairn.seed=%d -Dcairn.trees=1", seed)
                    .isEmpty();
        }
    }

    /** What one of both ignores and the other does not, with the patterns that decide for git. */
    private static List<String> differences(Path root, Set<String> ours, Set<String> gits) throws Exception {
        List<String> differences = new ArrayList<>();
        for (String path : gits) {
            if (!ours.contains(path)) {
                differences.add("git has " + path + " " + why(root, path));
            }
        }
        for (String path : ours) {
            if (!gits.contains(path)) {
                differences.add("we have " + path + " " + why(root, path));
            }
        }
        return differences;
    }

    private static String why(Path root, String path) throws Exception {
        return git(root, path + "\0", "check-ignore", "--no-index", "-z", "--stdin", "-v", "-n")
                .text()
                .replace('\0', '|');
    }

    /** A mark at the beginning of a file is no part of its first pattern. */
    @Test
    void aByteOrderMarkIsNoPartOfAPattern() throws IOException {
        Path root = Files.createDirectory(directory.resolve("marked"));
        Files.writeString(root.resolve(".gitignore"), "\uFEFF*.log\r\n");
        Files.writeString(root.resolve("a.log"), "");
        Files.writeString(root.resolve("a.txt"), "");
        assertThat(Listing.of(root).paths).containsExactly(".gitignore", "a.txt");
    }

    @Test
    void ourOwnRulesAreOverThoseOfGitInTheSameFolder() throws IOException {
        Path root = Files.createDirectories(directory.resolve("own/docs"));
        Files.writeString(root.resolveSibling(".gitignore"), "docs/draft.md\n*.tmp\n");
        Files.writeString(root.resolveSibling(".cairnignore"), "!docs/draft.md\nsecret.md\n");
        for (String name : List.of("draft.md", "secret.md", "a.tmp", "kept.md")) {
            Files.writeString(root.resolve(name), "");
        }
        assertThat(Listing.of(root.resolveSibling("")).paths)
                .contains("docs/draft.md", "docs/kept.md")
                .doesNotContain("docs/secret.md", "docs/a.tmp");
    }

    private static Set<String> ignored(Path root, List<String> paths) throws Exception {
        assertThat(git(root, "", "init", "-q").status()).isZero();
        Files.createDirectories(root.resolve(".git/info"));
        Path exclude = root.resolve("exclude-for-git");
        if (Files.exists(exclude)) {
            Files.move(exclude, root.resolve(".git/info/exclude"), StandardCopyOption.REPLACE_EXISTING);
        }
        Said said = git(root, String.join("\0", paths) + "\0", "check-ignore", "--no-index", "-z", "--stdin");
        assertThat(said.status()).as(said.text()).isBetween(0, 1);
        return new HashSet<>(Arrays.asList(said.text().split("\0", -1)));
    }

    /** What a command said. */
    private record Said(int status, String text) {}

    private static Said git(Path in, String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1", "LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        Thread writer = Thread.ofVirtual().start(() -> {
            try (OutputStream out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        writer.join();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
