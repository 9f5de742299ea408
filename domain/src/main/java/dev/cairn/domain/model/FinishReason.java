package dev.cairn.domain.model;

/** How an answer of a model ended: each ends in exactly one of these (L1). */
public enum FinishReason {
    /** The model finished its answer. */
    STOP,
    /** The model or Cairn cut the answer at a length limit. */
    LENGTH,
    /** The model called tools and waits for their results. */
    TOOL,
    /** A user cancelled the answer. */
    CANCELLED,
    /** The answer failed; the text received so far is kept. */
    FAILED
}
