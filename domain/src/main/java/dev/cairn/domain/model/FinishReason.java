package dev.cairn.domain.model;

/** How an answer of a model ended: each ends in exactly one of these (L1). */
public enum FinishReason {
    /** The model had said all. */
    STOP,
    /** The model, or Cairn, cut it because it grew too long. */
    LENGTH,
    /** The model waits for the results of tools. */
    TOOL,
    /** Somebody did not want the rest. */
    CANCELLED,
    /** Something went wrong; what had come is kept. */
    FAILED
}
