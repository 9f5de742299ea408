package dev.cairn.interchange.prompt;

import dev.cairn.application.prompt.PromptFormat;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.Violation;
import dev.cairn.domain.prompt.PromptContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Prompts as one Markdown file. What is written can be read again to the last byte: front matter of each begins with a mark, a line of a content
 * that could be taken for a fence or for that mark gets a backslash, and one line feed follows each content.
 */
final class MarkdownPrompts implements PromptFormat {
    /** Begins the front matter of each of many prompts. */
    static final String MARK = "cairn: prompts/1";

    private static final Pattern EXTENSION = Pattern.compile("\\.(md|markdown)$", Pattern.CASE_INSENSITIVE);
    private static final String LINES = "(\\\\*(---|cairn: prompts/1)[ \\t\\r]*)$";
    private static final Pattern UNESCAPED = lines("^" + LINES);
    private static final Pattern ESCAPED = lines("^\\\\" + LINES);

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public void read(InputStream file, String fileName, Consumer<Found> sink) throws IOException {
        new MarkdownReader(file, title(fileName), line -> "line " + line, sink).read();
    }

    @Override
    public void write(Iterable<PromptContent> prompts, OutputStream out) throws IOException {
        for (PromptContent prompt : prompts) {
            String text = FrontMatter.of(prompt, true) + escaped(prompt.content()) + '\n';
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Compiles a pattern in which only a line feed ends a line. */
    private static Pattern lines(String regex) {
        return Pattern.compile(regex, Pattern.MULTILINE | Pattern.UNIX_LINES);
    }

    static boolean isMarkdown(String fileName) {
        return EXTENSION.matcher(fileName).find();
    }

    /** Returns a file's name without its Markdown extension. */
    static String title(String fileName) {
        return EXTENSION.matcher(fileName).replaceFirst("");
    }

    static String escaped(String content) {
        return UNESCAPED.matcher(content).replaceAll("\\\\$1");
    }

    /** Returns the content before escaping, without the line feed that follows it. */
    static String unescaped(String written) {
        String content = ESCAPED.matcher(written).replaceAll("$1");
        return content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
    }

    /** Returns the first violation for people, with its field. */
    static String reason(Invalid invalid) {
        Violation first = invalid.violations().getFirst();
        return first.field().isEmpty() || first.message().startsWith(first.field())
                ? first.message()
                : first.field() + ": " + first.message();
    }
}
