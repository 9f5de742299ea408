package dev.cairn.application.pack;

/** The format of a pack's text. */
public enum PackFormat {
    MARKDOWN,
    JSON
}
