package dev.cairn.domain.kernel;

/** The filter of a list by archived state (R4). */
public enum Archived {
    NO,
    YES,
    ANY
}
