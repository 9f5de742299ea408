package dev.cairn.domain.artifact;

import java.util.regex.Pattern;

/**
 * Writes any text as text in a Mermaid diagram. What could have a meaning there becomes a character code ({@code #34;}),
 * white space becomes one blank, and invisible characters are removed: no name can end its label, start a line or add a
 * link.
 */
final class MermaidText {
    private static final int LENGTH_MAX = 120;
    private static final String PLAIN = " .,_-";
    private static final Pattern DIRECTION = Pattern.compile("(d)(irection)", Pattern.CASE_INSENSITIVE);

    private MermaidText() {}

    /** Writes a text in quotes. */
    static String quoted(String text) {
        return '"' + plain(text) + '"';
    }

    /** Breaks up a word that Mermaid takes for a command when an abbreviation stands anywhere in the line, in quotes or not. */
    private static String broken(CharSequence plain) {
        return DIRECTION
                .matcher(plain)
                .replaceAll(word -> "#%d;%s".formatted((int) word.group(1).charAt(0), word.group(2)));
    }

    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        String line = OneLine.of(text);
        line.codePoints().limit(LENGTH_MAX).forEach(c -> {
            if (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
                plain.appendCodePoint(c);
            } else {
                plain.append('#').append(c).append(';');
            }
        });
        return broken(plain) + (line.codePointCount(0, line.length()) > LENGTH_MAX ? "…" : "");
    }
}
