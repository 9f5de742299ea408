package dev.cairn.domain.artifact;

/** Puts a text on one line: white space and control characters become one blank, invisible marks are removed. */
final class OneLine {
    private OneLine() {}

    static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
            if (!blank && Character.getType(c) != Character.FORMAT) {
                line.appendCodePoint(c);
            } else if (blank && !line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        });
        return line.toString().strip();
    }
}
