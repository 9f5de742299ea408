package dev.cairn.relevance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a repository says of its history, by the program git. */
final class Git {
    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /**
     * A commit that is no merge.
     *
     * @param at seconds
     * @param modified the paths of files that were there before
     * @param touched all paths that it changed
     */
    record Commit(String hash, String parent, long at, String message, List<String> modified, List<String> touched) {}

    /** The first line says what it is about, the rest more. */
    static String subject(Commit commit) {
        return commit.message().strip().lines().findFirst().orElse("");
    }

    boolean hasHistory() {
        try {
            return !run("rev-parse", "--is-shallow-repository").strip().equals("true")
                    && !run("rev-list", "--max-count=1", "HEAD").isBlank();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Answers commits up to a time, the oldest first. */
    List<Commit> commits(String until) {
        String log = run(
                "log",
                "--no-merges",
                "--reverse",
                "--no-renames",
                "--until=" + until,
                "--format=%x01%H%x00%P%x00%ct%x00%B%x00",
                "--name-status",
                "HEAD");
        List<Commit> commits = new ArrayList<>();
        for (String entry : log.split("\u0001", -1)) {
            String[] parts = entry.split("\0", 5);
            if (parts.length == 5 && !parts[1].isBlank()) {
                List<String> changes =
                        parts[4].lines().filter(line -> line.contains("\t")).toList();
                commits.add(new Commit(
                        parts[0],
                        parts[1],
                        Long.parseLong(parts[2]),
                        parts[3],
                        changes.stream()
                                .filter(line -> line.startsWith("M\t"))
                                .map(Git::path)
                                .toList(),
                        changes.stream().map(Git::path).toList()));
            }
        }
        return commits;
    }

    private static String path(String line) {
        return line.substring(line.indexOf('\t') + 1);
    }

    /** Answers the object of each path that differs, empty for those that are gone; of all paths when there is no commit before. */
    Map<String, String> differences(String before, String after) {
        String all = before.isEmpty()
                ? run("ls-tree", "-r", "--format=%(objectname)%x09%(path)", after)
                : run("diff-tree", "-r", "--no-renames", before, after);
        Map<String, String> differences = new LinkedHashMap<>();
        all.lines().forEach(line -> {
            String object = before.isEmpty() ? line.substring(0, line.indexOf('\t')) : line.split(" ", 5)[3];
            differences.put(path(line), object.chars().allMatch(c -> c == '0') ? "" : object);
        });
        return differences;
    }

    /** Answers the texts of objects, in their order. */
    List<String> texts(List<String> objects) {
        byte[] all = fed(String.join("\n", objects) + "\n", "cat-file", "--batch");
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (texts.size() < objects.size()) {
            int line = at;
            while (all[line] != '\n') {
                line++;
            }
            int size = Integer.parseInt(new String(all, at, line - at, UTF_8).split(" ", -1)[2]);
            texts.add(new String(all, line + 1, size, UTF_8));
            at = line + 1 + size + 1;
        }
        return texts;
    }

    private String run(String... arguments) {
        return new String(fed("", arguments), UTF_8);
    }

    private byte[] fed(String input, String... arguments) {
        try {
            Process process = new ProcessBuilder(Stream.concat(
                                    Stream.of("git", "-c", "core.quotePath=false", "-C", folder.toString()),
                                    Arrays.stream(arguments))
                            .toList())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread.ofVirtual().start(() -> {
                try (var out = process.getOutputStream()) {
                    out.write(input.getBytes(UTF_8));
                } catch (IOException e) {
                    process.destroy();
                }
            });
            byte[] output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IOException("git " + arguments[0] + " failed");
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
