package dev.cairn.domain.artifact;

/**
 * Any text as text in a Mermaid diagram. Whatever could have a meaning there becomes a character code ({@code #34;}), white
 * space becomes one blank, and what does not show goes: no name can end its label, start a line or add a link.
 */
final class MermaidText {
    private static final int LENGTH_MAX = 120;
    private static final String PLAIN = " .,_-";

    private MermaidText() {}

    /** In quotes. */
    static String quoted(String text) {
        return '"' + plain(text) + '"';
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
        return plain + (line.codePointCount(0, line.length()) > LENGTH_MAX ? "…" : "");
    }
}
