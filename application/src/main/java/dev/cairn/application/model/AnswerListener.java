package dev.cairn.application.model;

/** Is told an answer while it comes. */
@FunctionalInterface
public interface AnswerListener {
    /** Takes the next part of the text; never an empty one. */
    void text(String delta);

    /** Answers one that does not listen. */
    static AnswerListener none() {
        return _ -> {};
    }
}
