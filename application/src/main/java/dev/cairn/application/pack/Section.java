package dev.cairn.application.pack;

import java.util.regex.Pattern;

/**
 * A section that a pack may include.
 *
 * @param name the name in requests: a ticket's key, a file's path, otherwise an id
 * @param title on one line
 * @param language the language's name in Markdown; may be empty
 */
record Section(PartKind kind, String name, String title, String language, String text) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    Section {
        name = BLANKS.matcher(name).replaceAll(" ");
        title = BLANKS.matcher(title).replaceAll(" ").strip();
    }
}
