package dev.cairn.domain.kernel;

/** Which side of the archive a list shows (R4). */
public enum Archived {
    NO,
    YES,
    ANY
}
