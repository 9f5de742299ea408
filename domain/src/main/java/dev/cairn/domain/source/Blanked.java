package dev.cairn.domain.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Source whose comments and insides of strings are blanks, so that what is left is code. It has the length and the lines of
 * the text, and quotes stay: what stood between them is found at the same place of the text.
 */
final class Blanked {
    /** The words after which a slash begins a regular expression and does not divide. */
    private static final Set<String> BEFORE_PATTERN = Set.of(
            "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await", "yield");

    private static final int TRIPLE = 3;

    private final SourceLanguage language;
    private final String text;
    private final char[] code;
    /** The number of open braces in each interpolation of a template literal; the innermost first. */
    private final Deque<Integer> insertions = new ArrayDeque<>();

    private int at;

    private Blanked(SourceLanguage language, String text) {
        this.language = language;
        this.text = text;
        this.code = text.toCharArray();
    }

    static String of(SourceLanguage language, String text) {
        Blanked blanked = new Blanked(language, text);
        while (blanked.at < blanked.code.length) {
            blanked.step();
        }
        return new String(blanked.code);
    }

    private void step() {
        char c = text.charAt(at);
        if (language == SourceLanguage.PYTHON ? c == '#' : c == '/' && text.startsWith("//", at)) {
            blankTo(end('\n', at));
        } else if (language != SourceLanguage.PYTHON && c == '/' && text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            blankTo(end < 0 ? text.length() : end + 2);
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (language == SourceLanguage.TYPESCRIPT) {
            script(c);
        } else {
            at++;
        }
    }

    private void script(char c) {
        if (c == '`') {
            at++;
            template();
        } else if (c == '/' && beginsPattern()) {
            pattern();
        } else {
            if (!insertions.isEmpty() && c == '{') {
                insertions.push(insertions.pop() + 1);
            } else if (!insertions.isEmpty() && c == '}') {
                int open = insertions.pop() - 1;
                if (open == 0) {
                    at++;
                    template();
                    return;
                }
                insertions.push(open);
            }
            at++;
        }
    }

    private void string(char quote) {
        String triple = String.valueOf(quote).repeat(TRIPLE);
        boolean block = language == SourceLanguage.PYTHON || (language == SourceLanguage.JAVA && quote == '"');
        if (block && text.startsWith(triple, at)) {
            at += TRIPLE;
            while (at < code.length && !text.startsWith(triple, at)) {
                blankEscaped();
            }
            at = Math.min(code.length, at + TRIPLE);
            return;
        }
        at++;
        while (at < code.length && text.charAt(at) != quote && text.charAt(at) != '\n') {
            blankEscaped();
        }
        at = Math.min(code.length, at + 1);
    }

    /** Blanks a template from behind its quote, or behind an insertion, to its end or to the next insertion. */
    private void template() {
        while (at < code.length && text.charAt(at) != '`') {
            if (text.startsWith("${", at)) {
                insertions.push(1);
                at += 2;
                return;
            }
            blankEscaped();
        }
        at = Math.min(code.length, at + 1);
    }

    private boolean beginsPattern() {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(code[before])) {
            before--;
        }
        if (before < 0) {
            return true;
        }
        char c = code[before];
        if (!Character.isJavaIdentifierPart(c)) {
            return ")]}<'\"`".indexOf(c) < 0;
        }
        int start = before;
        while (start > 0 && Character.isJavaIdentifierPart(code[start - 1])) {
            start--;
        }
        return BEFORE_PATTERN.contains(new String(code, start, before + 1 - start));
    }

    /** Blanks a regular expression; a slash that none ends on the same line is just a slash. */
    private void pattern() {
        boolean inClass = false;
        for (int i = at + 1; i < code.length && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                at++;
                blankTo(i);
                at++;
                return;
            }
        }
        at++;
    }

    private void blankEscaped() {
        blankTo(Math.min(code.length, at + (text.charAt(at) == '\\' ? 2 : 1)));
    }

    private void blankTo(int end) {
        for (; at < end; at++) {
            if (code[at] != '\n') {
                code[at] = ' ';
            }
        }
    }

    private int end(char c, int from) {
        int end = text.indexOf(c, from);
        return end < 0 ? text.length() : end;
    }
}
