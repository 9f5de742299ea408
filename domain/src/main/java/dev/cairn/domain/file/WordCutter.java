package dev.cairn.domain.file;

import dev.cairn.domain.search.SearchWords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts texts of programs into words: a name is found whole and by its parts ({@code HttpClient} also by {@code http} and {@code client}).
 * A pure function, for what is indexed and for what is asked.
 */
public final class WordCutter {
    /** The longest word that is indexed, in characters: nobody types a longer one, such as a key or an encoded picture. */
    public static final int WORD_MAX = 64;

    /**
     * The most bytes of words that are kept of one text, so that the index of a file stays bounded however long its
     * lines are.
     */
    public static final int TEXT_BYTES_MAX = 400_000;

    private static final int ASCII = 128;

    private WordCutter() {}

    /** Returns the words of a text with repetitions, separated by blanks; each name is followed by its parts. */
    public static String cut(String text) {
        StringBuilder cut = new StringBuilder(Math.min(text.length() + text.length() / 2, TEXT_BYTES_MAX));
        int room = TEXT_BYTES_MAX;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isWord(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                if (i - start <= WORD_MAX) {
                    for (String word : parts(text.substring(start, i))) {
                        room -= bytes(word) + 1;
                        if (room < 0) {
                            return cut.toString();
                        }
                        cut.append(cut.isEmpty() ? "" : " ").append(word);
                    }
                }
                start = -1;
            }
        }
        return cut.toString();
    }

    /** Returns the distinct words of a query in lower case, cut as {@link #cut} cuts the indexed text. */
    public static List<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : cut(text).split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(words);
    }

    private static boolean isWord(char c) {
        if (c < ASCII) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static int bytes(String word) {
        return SearchWords.isPlain(word) ? word.length() : word.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns a name and its parts if it has several; for a word in a script without spaces, the pairs that search looks for. */
    private static List<String> parts(String name) {
        if (!SearchWords.isPlain(name)) {
            @Nullable String beside = SearchWords.beside(name);
            return beside == null ? List.of(name) : List.of(beside);
        }
        List<String> parts = new ArrayList<>();
        parts.add(name);
        int start = 0;
        for (int i = 1; i <= name.length(); i++) {
            if (i == name.length() || begins(name, i)) {
                if (i - start > 1 && i - start < name.length()) {
                    parts.add(name.substring(start, i));
                }
                start = i;
            }
        }
        return parts;
    }

    /**
     * Whether a part of the name begins at this place: at {@code B} in {@code fooBar}, at {@code C} in
     * {@code HTTPClient}, at and behind the digit in {@code utf8}.
     */
    private static boolean begins(String name, int at) {
        char before = name.charAt(at - 1);
        char here = name.charAt(at);
        if (here >= 'a') {
            return before <= '9';
        }
        boolean lower = at + 1 < name.length() && name.charAt(at + 1) >= 'a';
        boolean hump = here >= 'A' && (lower || before < 'A' || before > 'Z');
        return hump || (here <= '9') != (before <= '9');
    }
}
