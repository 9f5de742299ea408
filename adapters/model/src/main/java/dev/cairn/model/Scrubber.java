package dev.cairn.model;

import dev.cairn.application.model.Failure;
import dev.cairn.domain.model.ProviderKey;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes the key from a provider's text, whole or in longer parts, in any case of letters (L9). */
final class Scrubber {
    private static final int PART = 6;
    private static final String HIDDEN = "***";

    private final int length;
    private final Set<String> parts = new HashSet<>();

    Scrubber(@Nullable ProviderKey key) {
        String text = key == null ? "" : lower(key.value());
        length = Math.min(PART, text.length());
        for (int i = 0; length > 0 && i + length <= text.length(); i++) {
            parts.add(text.substring(i, i + length));
        }
    }

    /** Answers the text as one short line without the key. */
    String clean(String text) {
        String line = cleaned(text.replaceAll("\\p{Cntrl}+", " ").strip());
        int end = Math.min(line.length(), Failure.DETAIL_MAX / 2);
        return end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))
                ? line.substring(0, end - 1)
                : line.substring(0, end);
    }

    private String cleaned(String text) {
        if (length == 0) {
            return text;
        }
        String lower = lower(text);
        if (lower.length() != text.length()) {
            return HIDDEN; // Its letters do not stand where those of its lower case do: better nothing than a part of
            // the key.
        }
        StringBuilder clean = new StringBuilder();
        int hiddenTo = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i + length <= text.length() && parts.contains(lower.substring(i, i + length))) {
                if (i >= hiddenTo) {
                    clean.append(HIDDEN);
                }
                hiddenTo = i + length;
            }
            if (i >= hiddenTo) {
                clean.append(text.charAt(i));
            }
        }
        return clean.toString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
