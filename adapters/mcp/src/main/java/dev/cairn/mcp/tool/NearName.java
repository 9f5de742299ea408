package dev.cairn.mcp.tool;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that an unknown one was meant for: in another style, or with a few letters wrong. */
final class NearName {
    /**
     * The length of a name per allowed mistake; at least two are allowed, except in the shortest, so that swapped letters
     * match.
     */
    private static final int LETTERS_PER_MISTAKE = 3;

    private static final int SHORT = 3;
    private static final int SWAPPED = 2;

    private static final int LENGTH_MAX = 60;

    private NearName() {}

    static Optional<String> of(String given, Collection<String> names) {
        String said = ArgumentNames.inSnakeCase(given).replace('-', '_');
        return given.length() > LENGTH_MAX
                ? Optional.empty()
                : names.stream()
                        .filter(name -> mistakes(said, name) <= allowed(name))
                        .min(Comparator.comparingInt((String name) -> mistakes(said, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static int allowed(String name) {
        return name.length() <= SHORT ? 0 : Math.max(SWAPPED, name.length() / LETTERS_PER_MISTAKE);
    }

    /** Letters to put in, take out or change (Levenshtein). */
    private static int mistakes(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
