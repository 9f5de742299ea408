package dev.cairn.domain.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a short summary of a file from its own text: the first heading and paragraph of Markdown; else the first
 * documentation comment or docstring; else the declared names.
 */
final class Summary {
    static final int LENGTH_MAX = 600;

    /** The number of characters of a text that are read. */
    private static final int LOOKED_AT_MAX = 100_000;

    private static final Pattern DOC_COMMENT = Pattern.compile("/\\*\\*(?![*/])");
    private static final Pattern DOCSTRING = Pattern.compile("\\A(?:\\s|#[^\\n]*+\\n)*+[rRuU]?(\"\"\"|'''|\"|')");
    private static final Pattern LEGAL =
            Pattern.compile("copyright|licen[cs]e[ds]?\\b|spdx-|all rights reserved|@fileoverview eslint");
    private static final Pattern LINE_BEGIN = Pattern.compile("(?m)^[ \\t]*\\*[ \\t]?");
    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^[ \\t]*@[a-zA-Z]");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@[a-zA-Z]++[ \\t]++([^{}\\n]{1,200})\\}");
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>\\n]{0,200}>");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern HEADING = Pattern.compile(" {0,3}+#{1,6}+[ \\t]++");
    private static final Pattern UNDERLINE = Pattern.compile("^ {0,3}(?:=+|-+)[ \\t]*$");
    private static final Pattern NO_PROSE = Pattern.compile("^\\s*(?:[<|>!`~]|\\[!|\\[[^\\]]*\\]:|[-*_=]{3,}\\s*$)");

    private Summary() {}

    /** Answers at most {@value #LENGTH_MAX} characters on one line; empty when there is nothing to say. */
    static String of(String path, String text, List<String> declared) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT_MAX)).replace("\r\n", "\n");
        SourceLanguage language = SourceLanguage.of(path);
        String extension = SourceLanguage.extension(path);
        String said = extension.equals("md") || extension.equals("markdown")
                ? markdown(start)
                : language == null ? null : language == SourceLanguage.PYTHON ? docstring(start) : docComment(start);
        if (said != null && !said.isEmpty()) {
            return cut(said);
        }
        return declared.isEmpty() ? "" : cut("Declares " + String.join(", ", declared));
    }

    private static String markdown(String text) {
        List<String> lines = afterFrontMatter(text.lines().toList());
        int heading = -1;
        String title = "";
        for (int i = 0; i < lines.size() && heading < 0; i++) {
            Matcher matcher = HEADING.matcher(lines.get(i));
            if (matcher.lookingAt()) {
                heading = i;
                title = withoutClosing(lines.get(i).substring(matcher.end()));
            } else if (i > 0 && UNDERLINE.matcher(lines.get(i)).matches() && isProse(lines.get(i - 1))) {
                heading = i;
                title = lines.get(i - 1);
            }
        }
        StringBuilder paragraph = new StringBuilder();
        for (String line : lines.subList(heading + 1, lines.size())) {
            if (isProse(line) && !HEADING.matcher(line).lookingAt()) {
                paragraph.append(line).append(' ');
            } else if (!paragraph.isEmpty()) {
                break;
            }
        }
        return plain(title.isEmpty() ? paragraph.toString() : title + ": " + paragraph)
                .replaceFirst(":$", "");
    }

    private static List<String> afterFrontMatter(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
            return lines;
        }
        int end = lines.subList(1, lines.size()).indexOf("---");
        return end < 0 ? lines : lines.subList(end + 2, lines.size());
    }

    /** Takes away the marks that may close a heading. */
    private static String withoutClosing(String title) {
        int end = title.length();
        while (end > 0 && " \t#".indexOf(title.charAt(end - 1)) >= 0) {
            end--;
        }
        return title.substring(0, end);
    }

    private static boolean isProse(String line) {
        return !line.isBlank() && !NO_PROSE.matcher(line).find();
    }

    private static @Nullable String docComment(String text) {
        Matcher matcher = DOC_COMMENT.matcher(text);
        for (int end = 0; matcher.find(end); ) {
            int close = text.indexOf("*/", matcher.end());
            end = close < 0 ? text.length() : close;
            String comment = text.substring(matcher.end(), end);
            if (!isLegal(comment)) {
                String said = LINE_BEGIN.matcher(comment).replaceAll("");
                Matcher tag = BLOCK_TAG.matcher(said);
                String prose = plain(tag.find() ? said.substring(0, tag.start()) : said);
                if (!prose.isEmpty()) {
                    return prose;
                }
            }
        }
        return null;
    }

    private static @Nullable String docstring(String text) {
        Matcher matcher = DOCSTRING.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        int end = text.indexOf(matcher.group(1), matcher.end());
        String said = text.substring(matcher.end(), end < 0 ? text.length() : end);
        return isLegal(said) ? null : plain(said);
    }

    private static boolean isLegal(String comment) {
        return LEGAL.matcher(comment.toLowerCase(Locale.ROOT)).find();
    }

    private static String plain(String text) {
        String untagged = INLINE_TAG.matcher(text).replaceAll("$1");
        return BLANKS.matcher(MARKUP.matcher(untagged).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Cuts at a blank if there is one near the limit. */
    private static String cut(String text) {
        if (text.length() <= LENGTH_MAX) {
            return text;
        }
        int blank = text.lastIndexOf(' ', LENGTH_MAX - 1);
        int end = blank > LENGTH_MAX / 2 ? blank : LENGTH_MAX - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + '…';
    }
}
