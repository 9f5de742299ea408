package dev.cairn.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was asked for, and how it was answered. */
final class Coverage {
    private static final Pattern CODE = Pattern.compile("\"code\\\\?\":\\\\?\"?(-?\\w+)");

    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, Integer> codes = new TreeMap<>();
    private long slowestMillis;
    private String slowest = "";

    void count(Shot shot, Heard heard) {
        counts.computeIfAbsent(shot.name(), _ -> new int[6])[Math.clamp(heard.status() / 100, 0, 5)]++;
        if (heard.status() >= 400 || shot.isMcp()) {
            Matcher code = CODE.matcher(new String(heard.body(), ISO_8859_1));
            code.results().map(found -> found.group(1)).distinct().forEach(each -> codes.merge(each, 1, Integer::sum));
        }
        if (heard.millis() > slowestMillis) {
            slowestMillis = heard.millis();
            slowest = "%s %s, %d".formatted(shot.method(), shot.path(), heard.status());
        }
    }

    int requests() {
        return counts.values().stream().mapToInt(each -> sum(each, 0, 6)).sum();
    }

    /** Those of the operations that were never taken. */
    Set<String> neverTaken(Described described) {
        Set<String> never = new TreeSet<>();
        described.operations().forEach(operation -> {
            int[] count = counts.getOrDefault(operation.name(), new int[6]);
            if (sum(count, 2, 4) == 0) {
                never.add(operation.name());
            }
        });
        return never;
    }

    private static int sum(int[] counts, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** How often each code came. */
    Map<String, Integer> codes() {
        return codes;
    }

    @Override
    public String toString() {
        int[] all = new int[6];
        counts.values().forEach(each -> {
            for (int i = 0; i < all.length; i++) {
                all[i] += each[i];
            }
        });
        return "%d requests of %d kinds: %d taken, %d sent elsewhere or unchanged, %d refused, %d failed; the slowest took %d ms: %s"
                .formatted(requests(), counts.size(), all[2], all[3], all[4], all[5], slowestMillis, slowest);
    }
}
