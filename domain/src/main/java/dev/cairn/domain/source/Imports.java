package dev.cairn.domain.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a source imports, as it writes it: {@code java.util.List}, {@code a.b.*}, {@code ./router}, {@code .models.User}.
 * A name that Python takes from a module stands behind the module's, whether it is a module itself or not.
 */
final class Imports {
    /** The most imports that are kept of one file. */
    static final int IMPORTS_MAX = 500;
    /** The longest import that is recognised, in characters. */
    private static final int LENGTH_MAX = 500;

    private static final Pattern JAVA =
            Pattern.compile("(?<![\\p{javaJavaIdentifierPart}.])import\\s+(?:static\\s+)?(.+)", Pattern.DOTALL);

    /** An import between quotes. It is matched on blanked code, so that only blanks are between the quotes. */
    private static final Pattern TYPESCRIPT = Pattern.compile(
            "(?<![\\w$.#])(?:from\\s*|import\\s*\\(?\\s*|require\\s*\\(\\s*)([\"'`])([ ]{1," + LENGTH_MAX + "})\\1");

    private static final Pattern PYTHON = Pattern.compile(
            "(?m)(?:^|[;:])[ \\t]*(?:from[ \\t]+([\\w. \\t]{1,%1$d}?)(?:[ \\t]+|(?<=\\.))import\\b[ \\t]*(\\([^()]{0,20000}\\)|[^\\n;()]{1,%1$d})|import[ \\t]+([^\\n;()]{1,%1$d}))"
                    .formatted(LENGTH_MAX),
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern JAVA_NAME = Pattern.compile("[\\p{javaJavaIdentifierPart}.]+(?:\\.\\*)?");
    private static final Pattern PYTHON_NAME = Pattern.compile("[\\w.]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ALIAS = Pattern.compile("\\sas\\s");
    private static final Pattern AROUND_DOT = Pattern.compile("\\s*\\.\\s*");

    private Imports() {}

    /** Returns the imports in the order of the source, each once. */
    static List<String> of(SourceLanguage language, String text, String blanked) {
        Set<String> found = new LinkedHashSet<>();
        switch (language) {
            case JAVA -> java(blanked, found);
            case TYPESCRIPT -> typescript(text, blanked, found);
            case PYTHON -> python(blanked, found);
        }
        return found.stream().limit(IMPORTS_MAX).toList();
    }

    private static void java(String blanked, Set<String> found) {
        JavaHeads.each(blanked, (head, mark) -> {
            if (mark != ';' || !head.contains("import")) {
                return;
            }
            Matcher matcher = JAVA.matcher(head);
            if (matcher.find()) {
                String name = AROUND_DOT.matcher(matcher.group(1).strip()).replaceAll(".");
                if (JAVA_NAME.matcher(name).matches() && name.length() <= LENGTH_MAX) {
                    found.add(name);
                }
            }
        });
    }

    private static void typescript(String text, String blanked, Set<String> found) {
        Matcher matcher = TYPESCRIPT.matcher(blanked);
        while (matcher.find()) {
            String specifier = text.substring(matcher.start(2), matcher.end(2)).strip();
            if (!specifier.isEmpty() && specifier.indexOf('\\') < 0) {
                found.add(specifier);
            }
        }
    }

    private static void python(String blanked, Set<String> found) {
        Matcher matcher = PYTHON.matcher(joinedLines(blanked));
        while (matcher.find()) {
            if (matcher.group(1) == null) {
                names(matcher.group(3)).forEach(found::add);
            } else {
                String module = matcher.group(1).replaceAll("[ \\t]", "");
                String taken = matcher.group(2).replace('(', ' ').replace(')', ' ');
                if (taken.strip().equals("*")) {
                    found.add(module);
                }
                String prefix = module.endsWith(".") ? module : module + ".";
                names(taken).forEach(name -> found.add(prefix + name));
            }
        }
    }

    /** Returns the names of a comma-separated list without their aliases. */
    private static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            String name = AROUND_DOT
                    .matcher(ALIAS.split(part.strip() + " ", 2)[0].strip())
                    .replaceAll(".");
            if (PYTHON_NAME.matcher(name).matches()) {
                names.add(name);
            }
        }
        return names;
    }

    private static String joinedLines(String blanked) {
        return blanked.replace("\r\n", " \n").replace("\\ \n", "   ").replace("\\\n", "  ");
    }
}
