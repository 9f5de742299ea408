package dev.cairn.benchmarks.http;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param mode {@code open}: a fixed rate; {@code closed}: every connection sends as soon as it was answered
 * @param rate requests per second over all connections, in open mode
 * @param holdReaders connections that read an export slowly, one after the other, as long as the run takes
 */
record Options(
        Path distribution,
        String mode,
        int rate,
        int connections,
        int seconds,
        int warmupSeconds,
        int tickets,
        int holdReaders,
        boolean pin) {
    private static final Map<String, String> DEFAULTS = Map.of(
            "distribution", "../bootstrap/server/target/cairn",
            "mode", "open",
            "rate", "1000",
            "connections", "",
            "seconds", "30",
            "warmup", "10",
            "tickets", "10000",
            "hold-readers", "0",
            "pin", "true");

    static Options parse(String... arguments) {
        Map<String, String> given = new HashMap<>(DEFAULTS);
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (given.replace(name, arguments[i + 1]) == null) {
                throw new IllegalArgumentException("--" + name + " is none of " + DEFAULTS.keySet());
            }
        }
        String mode = given.getOrDefault("mode", "");
        String connections = given.getOrDefault("connections", "");
        return new Options(
                Path.of(given.getOrDefault("distribution", "")),
                mode,
                number(given, "rate"),
                connections.isEmpty() ? (mode.equals("open") ? 1_000 : 16) : Integer.parseInt(connections),
                number(given, "seconds"),
                number(given, "warmup"),
                number(given, "tickets"),
                number(given, "hold-readers"),
                Boolean.parseBoolean(given.get("pin")));
    }

    private static int number(Map<String, String> given, String name) {
        return Integer.parseInt(given.getOrDefault(name, "0"));
    }
}
