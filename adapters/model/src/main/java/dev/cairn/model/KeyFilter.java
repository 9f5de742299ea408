package dev.cairn.model;

import dev.cairn.domain.model.ProviderKey;
import org.jspecify.annotations.Nullable;

/** Takes the key out of what a model says, also where it comes in parts: what may be its beginning is kept back until more has come (L9). */
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

    /** Answers what can be told of it now. */
    String next(String part) {
        if (key.isEmpty()) {
            return part;
        }
        String all = whole(kept + part);
        int end = all.length() - overlap(all);
        kept = all.substring(end);
        return all.substring(0, end);
    }

    /** Answers what was kept back, when nothing comes any more. */
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
