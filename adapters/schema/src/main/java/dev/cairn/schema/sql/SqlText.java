package dev.cairn.schema.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads SQL word by word: enough to split a script, to compare two texts and to rewrite names in an expression. */
public final class SqlText {
    private static final Pattern PLAIN_NAME = Pattern.compile("\"([a-z_][a-z0-9_]*)\"");

    private SqlText() {}

    /**
     * A word, a text, a number or a sign.
     *
     * @param start where it begins
     */
    public record Token(String text, int start) {
        public int end() {
            return start + text.length();
        }

        public boolean is(String word) {
            return text.equalsIgnoreCase(word);
        }

        /** The name that it is, with its quotes taken off. */
        public String name() {
            return text.length() > 1 && text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
        }
    }

    /** A statement of a script, without its semicolon; {@code line} counts from 1. */
    public record Statement(String sql, int line) {
        public List<Token> tokens() {
            return SqlText.tokens(sql);
        }
    }

    /** Returns all tokens, without space and comments. */
    public static List<Token> tokens(String sql) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            int end = end(sql, at);
            if (!Character.isWhitespace(sql.charAt(at)) && !isComment(sql, at)) {
                tokens.add(new Token(sql.substring(at, end), at));
            }
            at = end;
        }
        return tokens;
    }

    /** The statements of a script; a trigger's body belongs to its statement. */
    public static List<Statement> statements(String script) {
        List<Statement> statements = new ArrayList<>();
        List<Token> words = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens(script)) {
            if (token.is(";") && depth == 0) {
                add(statements, script, words, token.start());
                words.clear();
                continue;
            }
            words.add(token);
            if (isTrigger(words)) {
                depth += token.is("BEGIN") || token.is("CASE") ? 1 : token.is("END") ? -1 : 0;
            }
        }
        add(statements, script, words, script.length());
        return statements;
    }

    /** Returns a normal form, equal for texts that differ only in space, comments, needless quotes and the case of keywords. */
    public static String normal(String sql) {
        return tokens(sql).stream()
                .map(token -> PLAIN_NAME.matcher(token.text()).replaceFirst("$1"))
                .map(text -> text.startsWith("'") || text.startsWith("\"") ? text : text.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    public static boolean mentions(String sql, String name) {
        return tokens(sql).stream().anyMatch(token -> token.name().equals(name));
    }

    /** An expression with {@code prefix} before each of these columns. */
    public static String qualified(String expression, Collection<String> columns, String prefix) {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (Token token : tokens(expression)) {
            if (columns.contains(token.name())) {
                text.append(expression, copied, token.start()).append(prefix).append('.');
                copied = token.start();
            }
        }
        return text.append(expression.substring(copied)).toString();
    }

    /** The parts between the commas at the top of a list. */
    public static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (Token token : tokens(list)) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                parts.add(list.substring(from, token.start()).strip());
                from = token.end();
            }
        }
        parts.add(list.substring(from).strip());
        return parts;
    }

    private static void add(List<Statement> statements, String script, List<Token> words, int end) {
        if (!words.isEmpty()) {
            int start = words.getFirst().start();
            int line = 1
                    + (int) script.substring(0, start)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            statements.add(new Statement(script.substring(start, end).strip(), line));
        }
    }

    private static boolean isTrigger(List<Token> words) {
        return words.size() > 2
                && words.getFirst().is("CREATE")
                && (words.get(1).is("TRIGGER") || words.get(2).is("TRIGGER"));
    }

    private static boolean isComment(String sql, int at) {
        return sql.startsWith("--", at) || sql.startsWith("/*", at);
    }

    private static int end(String sql, int at) {
        char first = sql.charAt(at);
        if (sql.startsWith("--", at)) {
            return after(sql, sql.indexOf('\n', at), 1);
        }
        if (sql.startsWith("/*", at)) {
            return after(sql, sql.indexOf("*/", at), 2);
        }
        if (first == '\'' || first == '"' || first == '`') {
            return afterQuoted(sql, at, first);
        }
        if (isWord(first)) {
            int end = at;
            while (end < sql.length() && isWord(sql.charAt(end))) {
                end++;
            }
            return end;
        }
        return at + 1;
    }

    private static int after(String sql, int found, int length) {
        return found < 0 ? sql.length() : found + length;
    }

    private static int afterQuoted(String sql, int at, char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) != quote) {
                end++;
            } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        return sql.length();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /** The text between the first bracket and the one that closes it. */
    public static String bracketed(String sql) {
        int depth = 0;
        Token open = null;
        for (Token token : tokens(sql)) {
            if (token.is("(")) {
                open = depth++ == 0 ? token : open;
            } else if (token.is(")") && --depth == 0) {
                return sql.substring(Objects.requireNonNull(open).end(), token.start());
            }
        }
        throw new IllegalArgumentException("No brackets in " + sql);
    }
}
