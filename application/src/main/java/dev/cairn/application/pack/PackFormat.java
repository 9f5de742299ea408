package dev.cairn.application.pack;

/** How a pack is written. */
public enum PackFormat {
    MARKDOWN,
    JSON
}
