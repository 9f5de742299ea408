package dev.cairn.domain.model;

/** The ending of a model's answer; each answer has exactly one (L1). */
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
