package dev.cairn.application.pack;

import java.util.regex.Pattern;

/**
 * A section that a pack may include.
 *
 * @param name what it is asked for by: a ticket's key, a file's path, otherwise an id
 * @param title on one line
 * @param language what Markdown calls the language of the text; may be empty
 */
record Section(PartKind kind, String name, String title, String language, String text) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    Section {
        name = BLANKS.matcher(name).replaceAll(" ");
        title = BLANKS.matcher(title).replaceAll(" ").strip();
    }
}
