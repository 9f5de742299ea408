package dev.cairn.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The parameters and SQL texts that all peers use, a name and its value per line. */
record Plan(Map<String, String> values) {
    Plan {
        values = Map.copyOf(values);
    }

    static Plan read(Path file) throws IOException {
        return new Plan(Files.readAllLines(file).stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
    }

    String text(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    String[] words(String name) {
        return text(name).split(" ", -1);
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    long[] numbers(String name) {
        return Arrays.stream(words(name)).mapToLong(Long::parseLong).toArray();
    }
}
