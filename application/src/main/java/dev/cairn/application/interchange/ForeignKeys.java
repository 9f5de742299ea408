package dev.cairn.application.interchange;

import dev.cairn.domain.project.ProjectKey;
import java.text.Normalizer;
import java.util.Locale;

/** Makes keys for projects without one: the letters and digits of the name, with a number if that is taken. */
final class ForeignKeys {
    static final int TRIES_MAX = 1_000;

    private static final String NAMELESS = "PROJECT";

    private ForeignKeys() {}

    /** @param n 1 for the name alone; from 2 on, the number is appended */
    static String of(String name, int n) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "");
        String base = letters.length() < ProjectKey.LENGTH_MIN ? NAMELESS : letters;
        String number = n == 1 ? "" : String.valueOf(n);
        return base.substring(0, Math.min(base.length(), ProjectKey.LENGTH_MAX - number.length())) + number;
    }
}
