package dev.cairn.domain.artifact;

/** Writes any text as text in Markdown, on one line: it starts no block, no link and no HTML. */
final class MarkdownText {
    private static final String ANYWHERE = "\\`*_[]<>&|~$";
    private static final String AT_THE_START = "-+#=:";

    private MarkdownText() {}

    static String of(String text) {
        String line = OneLine.of(text);
        StringBuilder escaped = new StringBuilder();
        boolean number = true; // nothing but digits so far: with a dot behind them they would start a list
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean special = ANYWHERE.indexOf(c) >= 0
                    || (i == 0 && AT_THE_START.indexOf(c) >= 0)
                    || (i > 0 && number && (c == '.' || c == ')'));
            number &= c >= '0' && c <= '9';
            escaped.append(special ? "\\" : "").append(c);
        }
        return escaped.toString();
    }
}
