package dev.cairn.model;

import dev.cairn.domain.model.ProviderKey;
import org.jspecify.annotations.Nullable;

/**
 * Removes the key from a model's text, also across parts: a part that may begin the key is kept back until more has come (L9).
 */
final class KeyFilter {
    /** The shortest key that is hidden; shorter ones are words that a model may say. */
    private static final int LENGTH_MIN = 8;
    /** The shortest beginning of a key that is hidden at the end of an answer. */
    private static final int PART_MIN = 6;

    private static final String HIDDEN = "***";

    private final String key;
    private String kept = "";

    KeyFilter(@Nullable ProviderKey key) {
        this.key = key == null || key.value().length() < LENGTH_MIN ? "" : key.value();
    }

    /** Returns the text that can be passed on now. */
    String next(String part) {
        if (key.isEmpty()) {
            return part;
        }
        String all = whole(kept + part);
        int end = all.length() - overlap(all);
        kept = all.substring(end);
        return all.substring(0, end);
    }

    /** Returns the text that was kept back, at the end of the answer. */
    String rest() {
        String rest = kept.length() < PART_MIN ? kept : HIDDEN;
        kept = "";
        return rest;
    }

    /** Answers a text that came whole. */
    String whole(String text) {
        return key.isEmpty() ? text : text.replace(key, HIDDEN);
    }

    /** Returns how many characters at the end of a text begin the key. */
    private int overlap(String text) {
        int length = Math.min(key.length() - 1, text.length());
        while (length > 0 && !text.regionMatches(text.length() - length, key, 0, length)) {
            length--;
        }
        return length;
    }
}
