package dev.cairn.domain.source;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A language whose imports and declarations Cairn can parse. */
public enum SourceLanguage {
    JAVA,
    /** TypeScript and JavaScript, with JSX or without. */
    TYPESCRIPT,
    PYTHON;

    private static final Map<String, SourceLanguage> BY_EXTENSION = Map.ofEntries(
            Map.entry("java", JAVA),
            Map.entry("ts", TYPESCRIPT),
            Map.entry("tsx", TYPESCRIPT),
            Map.entry("mts", TYPESCRIPT),
            Map.entry("cts", TYPESCRIPT),
            Map.entry("js", TYPESCRIPT),
            Map.entry("jsx", TYPESCRIPT),
            Map.entry("mjs", TYPESCRIPT),
            Map.entry("cjs", TYPESCRIPT),
            Map.entry("py", PYTHON),
            Map.entry("pyi", PYTHON));

    /** Returns the language of a file by its extension; null for all others. */
    public static @Nullable SourceLanguage of(String path) {
        return BY_EXTENSION.get(extension(path));
    }

    /** Returns the text behind the last dot of a file's name in lower case; empty without a dot. */
    static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
