package dev.cairn.domain.source;

import java.util.List;

/**
 * The facts found in a file's text: imports, declared names and a summary.
 *
 * @param imports as the source writes them, see {@link ImportTargets}; empty for other languages than Java, TypeScript, JavaScript and Python
 * @param declared the names that it has for others
 * @param summary at most {@value Summary#LENGTH_MAX} characters on one line, extracted and not invented; may be empty (R53)
 */
public record SourceFacts(List<String> imports, List<String> declared, String summary) {
    public SourceFacts {
        imports = List.copyOf(imports);
        declared = List.copyOf(declared);
    }

    /**
     * Reads a text in time that grows with its length only, whatever it is.
     *
     * @param path relative to the project; its extension tells the language
     */
    public static SourceFacts of(String path, String text) {
        SourceLanguage language = SourceLanguage.of(path);
        if (language == null) {
            return new SourceFacts(List.of(), List.of(), Summary.of(path, text, List.of()));
        }
        String blanked = Blanked.of(language, text);
        List<String> declared = Declarations.of(language, blanked);
        return new SourceFacts(Imports.of(language, text, blanked), declared, Summary.of(path, text, declared));
    }
}
