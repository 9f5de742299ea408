package dev.cairn.application.pack;

import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.ProjectKey;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the parts of a pack in a format. Each part ends with a line break and begins with neither a blank nor a slash: there a
 * tokenizer begins anew, so that the tokens of a pack are those of its parts together.
 */
enum Writing {
    MARKDOWN {
        @Override
        String head(ProjectKey project) {
            return "# Context of " + project + "\n\n";
        }

        @Override
        String part(Section section, String text, String cut, boolean first) {
            String fence = fence(text);
            return "## %s %s%s\n\n%s%s\n%s%s\n%s\n"
                    .formatted(
                            kind(section),
                            section.name(),
                            section.title().isEmpty() ? "" : ": " + section.title(),
                            fence,
                            section.language(),
                            text.isEmpty() || text.endsWith("\n") ? text : text + "\n",
                            fence,
                            cut.isEmpty() ? "" : "\n[" + cut + "]\n");
        }

        @Override
        String line(String line) {
            return line;
        }

        @Override
        String foot() {
            return "";
        }
    },
    JSON {
        @Override
        String head(ProjectKey project) {
            return "{\"project\":" + quoted(project.toString()) + ",\"parts\":[\n";
        }

        @Override
        String part(Section section, String text, String cut, boolean first) {
            return "%s{\"kind\":%s,\"name\":%s,\"title\":%s,\"cut\":%s,\"text\":%s}\n"
                    .formatted(
                            first ? "" : ",",
                            quoted(Wire.of(section.kind())),
                            quoted(section.name()),
                            quoted(section.title()),
                            cut.isEmpty() ? "null" : quoted(cut),
                            quoted(text));
        }

        @Override
        String line(String line) {
            String quoted = quoted(line);
            return quoted.substring(1, quoted.length() - 1);
        }

        @Override
        String foot() {
            return "]}\n";
        }
    };

    private static final Pattern FENCE = Pattern.compile("`{3,}");
    private static final int FENCE_MIN = 3;

    static Writing of(PackFormat format) {
        return switch (format) {
            case MARKDOWN -> MARKDOWN;
            case JSON -> JSON;
        };
    }

    abstract String head(ProjectKey project);

    /**
     * @param text of the section, or its beginning
     * @param cut the note on the rest; empty when there is none
     * @param first whether it is the first part of the pack
     */
    abstract String part(Section section, String text, String cut, boolean first);

    /** Returns a line of a section's text as the part shows it. */
    abstract String line(String line);

    abstract String foot();

    private static String kind(Section section) {
        String name = section.kind().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Returns a fence longer than any in the text, so that no line of the text ends the block. */
    private static String fence(String text) {
        Matcher matcher = FENCE.matcher(text);
        int length = FENCE_MIN;
        while (matcher.find()) {
            length = Math.max(length, matcher.end() - matcher.start() + 1);
        }
        return "`".repeat(length);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || (Character.isSurrogate(c) && !isPaired(text, i))) {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
