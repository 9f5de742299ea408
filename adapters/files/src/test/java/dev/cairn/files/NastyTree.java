package dev.cairn.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A folder with files and rules of all kinds, always the same for one seed. */
record NastyTree(Path root, List<String> files, int patterns) {
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "ab",
            "abc",
            "A",
            "foo",
            "bar",
            "foo.txt",
            "bar.log",
            "Foo.TXT",
            "build",
            "target",
            "x.java",
            "#hash",
            "!bang",
            "a b",
            " lead",
            "trail ",
            "a[b]",
            "[a]",
            "star*",
            "q?",
            "back\\slash",
            "{x}",
            "caf\u00e9",
            "cafe\u0301",
            "\u65e5\u672c",
            "dot.",
            "..two",
            "...",
            ".hidden",
            "-dash",
            "~",
            "a\tb",
            "1",
            "10",
            "z9");
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "foo",
            "bar",
            "*",
            "**",
            "?",
            "[ab]",
            "[!a]",
            "[^a]",
            "[a-c]",
            "[[:alpha:]]",
            "[[:digit:]]",
            "[]a]",
            "[a",
            "[",
            "[a-",
            "[!",
            "\\",
            "\\*",
            "\\a",
            "\\!",
            "\\#",
            "*.txt",
            "*.log",
            "b*",
            "*o*",
            "caf\u00e9",
            "\u65e5*",
            "a b",
            " ",
            "build",
            "target",
            "\\ ",
            "{x}",
            "...",
            ".hidden",
            "x.java",
            "[[:upper:]]",
            "[z-a]",
            "[\\]]",
            "q\\?",
            "~",
            "1?",
            "[0-9]*",
            "**a",
            "a**",
            "***");

    static NastyTree write(Path root, long seed) throws IOException {
        Random random = new Random(seed);
        Files.createDirectories(root);
        List<Path> folders = new ArrayList<>(List.of(root));
        for (int i = 0; i < 14; i++) {
            Path folder = pick(random, folders).resolve(pick(random, NAMES));
            if (!Files.exists(folder)) {
                Files.createDirectory(folder);
                folders.add(folder);
            }
        }
        for (int i = 0; i < 90; i++) {
            Path file = pick(random, folders).resolve(pick(random, NAMES));
            if (!Files.exists(file)) {
                Files.writeString(file, "");
            }
        }
        int patterns = rules(root.resolve("exclude-for-git"), random, 3);
        for (Path folder : folders) {
            if (folder.equals(root) || random.nextInt(3) == 0) {
                patterns += rules(folder.resolve(".gitignore"), random, folder.equals(root) ? 8 : 4);
            }
        }
        List<String> files = new ArrayList<>(IgnoreRulesTest.files(root));
        files.remove("exclude-for-git");
        return new NastyTree(root, files, patterns);
    }

    private static int rules(Path file, Random random, int count) throws IOException {
        StringBuilder text = new StringBuilder(random.nextInt(12) == 0 ? "\uFEFF" : "");
        for (int i = 0; i < count; i++) {
            text.append(pattern(random)).append(random.nextInt(10) == 0 ? "\r\n" : "\n");
        }
        if (random.nextInt(6) == 0) {
            text.append(pattern(random)); // Without a line feed.
        }
        Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        return count;
    }

    private static String pattern(Random random) {
        StringBuilder pattern = new StringBuilder();
        switch (random.nextInt(14)) {
            case 0, 1 -> pattern.append('!');
            case 2 -> pattern.append('#');
            case 3 -> pattern.append("\\!");
            case 4 -> pattern.append("!!");
            default -> {
                // Nothing in front.
            }
        }
        if (random.nextInt(4) == 0) {
            pattern.append('/');
        }
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            pattern.append(i > 0 ? "/" : "");
            int pieces = random.nextInt(4) == 0 ? 2 : 1;
            for (int j = 0; j < pieces; j++) {
                pattern.append(random.nextInt(3) == 0 ? pick(random, NAMES) : pick(random, PIECES));
            }
        }
        switch (random.nextInt(10)) {
            case 0, 1 -> pattern.append('/');
            case 2 -> pattern.append(' ');
            case 3 -> pattern.append("  \\ ");
            case 4 -> pattern.append("/**");
            default -> {
                // Nothing behind.
            }
        }
        return pattern.toString();
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
