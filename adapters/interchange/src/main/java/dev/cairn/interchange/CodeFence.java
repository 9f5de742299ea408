package dev.cairn.interchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through the lines of a Markdown text and knows which of them are fenced code, as CommonMark 0.31 (4.5) says. */
final class CodeFence {
    /** What follows the marks of backticks has none: those would be code within a line. */
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)");

    private String open = "";

    /** Takes the next line, and answers whether it is code, or a fence. */
    boolean takes(String line) {
        Matcher fence = FENCE.matcher(line);
        boolean marks = fence.matches();
        if (open.isEmpty()) {
            open = marks ? fence.group(1) : "";
            return marks;
        }
        // As many of the same, or more, and nothing behind them.
        if (marks && fence.group(1).startsWith(open) && fence.group(2).isBlank()) {
            open = "";
        }
        return true;
    }
}
