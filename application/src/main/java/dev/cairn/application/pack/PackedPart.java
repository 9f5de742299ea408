package dev.cairn.application.pack;

/**
 * A part of a pack's text.
 *
 * @param name the name in requests: a ticket's key, a file's path, otherwise an id
 * @param tokens that it takes in the text, with its heading
 * @param lines of it that are there
 * @param linesInAll that it has; more than there are when it was cut, which the text says too
 */
public record PackedPart(PartKind kind, String name, String title, int tokens, int lines, int linesInAll) {
    public boolean cut() {
        return lines < linesInAll;
    }
}
