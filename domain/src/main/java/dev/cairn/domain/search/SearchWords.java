package dev.cairn.domain.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts texts where the engines do not, and both alike: scripts that put no spaces between words (Chinese, Japanese, Thai
 * and their neighbours) into overlapping pairs of characters, so that words inside a sentence are found; and letters with
 * accents or case to the plain ones.
 */
public final class SearchWords {
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);
    /** The mark that lengthens a vowel in both Japanese scripts; Unicode assigns it to neither. */
    private static final int PROLONGED_SOUND_MARK = 0x30FC;

    /** The prefix of an indexed pair, with which no word of a language begins. */
    private static final String PAIR = "zq";

    /** The sigma at the end of a word, the one letter whose lower case depends on its place. */
    private static final char FINAL_SIGMA = 'ς';

    private static final char SIGMA = 'σ';
    private static final int DIGITS = 4;
    private static final int RADIX = 36;
    private static final int ASCII = 128;

    private SearchWords() {}

    /** A part of a query: all of them have to be found. */
    public sealed interface Part {
        /**
         * A word that stands alone in the text.
         *
         * @param folded the same in plain lower-case letters
         */
        record Word(String text, String folded) implements Part {}

        /**
         * Characters that stand together in the text.
         *
         * @param pairs to be found one behind the other
         * @param beginning whether the last of them is the beginning of a pair
         */
        record Run(String text, List<String> pairs, boolean beginning) implements Part {}
    }

    /** Splits the words of a query into parts; there are none of words that are accents only. */
    public static List<Part> parts(List<String> words) {
        List<Part> parts = new ArrayList<>();
        for (String word : words) {
            for (String normal : SearchQuery.words(Normalizer.normalize(word, Form.NFKC))) {
                pieces(normal).forEach(piece -> add(parts, piece));
            }
        }
        return parts;
    }

    /** Adds a piece; drops one that consists of accents without a letter. */
    private static void add(List<Part> parts, String piece) {
        if (isUnspaced(piece.codePointAt(0))) {
            parts.add(run(piece));
            return;
        }
        String folded = folded(piece);
        if (!folded.isBlank()) {
            parts.add(new Part.Word(piece, folded));
        }
    }

    /** Returns the words to index in addition to the texts, so that {@link #parts} are found; null when the texts are plain. */
    public static @Nullable String beside(@Nullable String... texts) {
        StringBuilder beside = new StringBuilder();
        for (String text : texts) {
            if (text != null && !isPlain(text)) {
                for (String word : SearchQuery.words(Normalizer.normalize(text, Form.NFKC))) {
                    if (!isPlain(word)) {
                        addTo(beside, word);
                    }
                }
            }
        }
        return beside.isEmpty() ? null : beside.toString();
    }

    private static void addTo(StringBuilder beside, String word) {
        for (String piece : pieces(word)) {
            if (!beside.isEmpty()) {
                beside.append(' ');
            }
            if (isUnspaced(piece.codePointAt(0))) {
                int[] points = piece.codePoints().toArray();
                for (int i = 0; i < points.length; i++) {
                    beside.append(i == 0 ? "" : " ").append(pair(points, i));
                }
            } else {
                beside.append(folded(piece));
            }
        }
    }

    private static Part.Run run(String text) {
        int[] points = text.codePoints().toArray();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < Math.max(1, points.length - 1); i++) {
            pairs.add(pair(points, i));
        }
        return new Part.Run(text, List.copyOf(pairs), points.length == 1);
    }

    /** Answers the character at a place with the one behind it, if there is one. */
    private static String pair(int[] points, int at) {
        return PAIR + digits(points[at]) + (at + 1 < points.length ? digits(points[at + 1]) : "");
    }

    private static String digits(int codePoint) {
        String digits = Integer.toString(codePoint, RADIX);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** Cuts a word wherever a script without spaces begins or ends. */
    private static List<String> pieces(String word) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = Character.charCount(word.codePointAt(0)); i < word.length(); ) {
            int codePoint = word.codePointAt(i);
            if (isUnspaced(codePoint) != isUnspaced(word.codePointAt(start))) {
                pieces.add(word.substring(start, i));
                start = i;
            }
            i += Character.charCount(codePoint);
        }
        pieces.add(word.substring(start));
        return pieces;
    }

    private static boolean isUnspaced(int codePoint) {
        return codePoint >= ASCII
                && (codePoint == PROLONGED_SOUND_MARK || UNSPACED.contains(UnicodeScript.of(codePoint)));
    }

    private static String folded(String word) {
        if (isPlain(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        String lower = word.toLowerCase(Locale.ROOT).replace(FINAL_SIGMA, SIGMA);
        String apart = Normalizer.normalize(lower, Form.NFKD);
        StringBuilder folded = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
                .forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded, Form.NFC);
    }

    /** Whether the text is of ASCII alone. */
    public static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }
}
