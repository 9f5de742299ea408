package dev.cairn.application.model;

/** Receives an answer while it is streamed. */
@FunctionalInterface
public interface AnswerListener {
    /** Takes the next part of the text; never an empty one. */
    void text(String delta);

    /** Returns a listener that does nothing. */
    static AnswerListener none() {
        return _ -> {};
    }
}
