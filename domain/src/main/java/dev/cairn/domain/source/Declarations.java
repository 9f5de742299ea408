package dev.cairn.domain.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the public names that a source declares. */
final class Declarations {
    /** The most names that are kept of one file. */
    static final int NAMES_MAX = 200;

    private static final int LENGTH_MAX = 100;

    /** The keywords that are searched before the pattern is applied, as most heads contain none of them. */
    private static final List<String> KEYWORDS = List.of("class", "interface", "enum", "record");

    private static final Pattern TYPE = Pattern.compile(
            "\\b(?:%s)\\s+([\\p{javaJavaIdentifierPart}]{1,%d}+)".formatted(String.join("|", KEYWORDS), LENGTH_MAX));
    /** A public member: its name is the last word of the head. */
    private static final Pattern PUBLIC = Pattern.compile(
            "\\bpublic\\s.*?(?<![@.\\p{javaJavaIdentifierPart}])([\\p{javaJavaIdentifierPart}]{1,%d}+)\\s*+$"
                    .formatted(LENGTH_MAX),
            Pattern.DOTALL);

    private static final Pattern TYPESCRIPT = Pattern.compile(
            "(?m)^[ \\t]*export\\s+(?:default\\s+)?(?:declare\\s+)?(?:abstract\\s+)?(?:async\\s+)?(?:function|class|interface|type|enum|namespace|const|let|var)\\b[\\s*]*([\\w$]{1,%1$d})"
                    .formatted(LENGTH_MAX),
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern PYTHON = Pattern.compile(
            "(?m)^(?:    |\\t)?(?:async[ \\t]+)?(?:def|class)[ \\t]+([\\w]{1,%1$d})".formatted(LENGTH_MAX),
            Pattern.UNICODE_CHARACTER_CLASS);

    private Declarations() {}

    /**
     * Returns the names in the order of the source, each once; leaves out those that begin with an underscore, private
     * ones in Python.
     */
    static List<String> of(SourceLanguage language, String blanked) {
        Set<String> found = new LinkedHashSet<>();
        switch (language) {
            case JAVA -> JavaHeads.each(blanked, (head, mark) -> java(head, mark, found));
            case TYPESCRIPT -> all(TYPESCRIPT.matcher(blanked), found);
            case PYTHON -> all(PYTHON.matcher(blanked), found);
        }
        return found.stream()
                .filter(name -> !name.startsWith("_"))
                .limit(NAMES_MAX)
                .toList();
    }

    private static void java(String head, char mark, Set<String> found) {
        Matcher type = TYPE.matcher(head);
        if (KEYWORDS.stream().anyMatch(head::contains) && type.find()) {
            found.add(type.group(1));
        } else if (";=(".indexOf(mark) >= 0 && head.contains("public")) {
            Matcher member = PUBLIC.matcher(head);
            if (member.find()) {
                found.add(member.group(1));
            }
        }
    }

    private static void all(Matcher matcher, Set<String> found) {
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }
}
