package dev.cairn.application.model;

import dev.cairn.domain.model.ModelProvider;

/** The port to a language model. Its implementation connects to providers only (T6). */
public interface Model {
    /**
     * Asks once and waits for the end of the answer, on the caller's thread, which should be a virtual one. It never asks again
     * by itself (L6), and takes no transaction: call it inside of none (R8).
     *
     * <p>Whatever happens at the provider or on the way is told by the answer, which ends in exactly one way (L1): it throws
     * nothing for that. What has come until then is in the answer, too.
     *
     * @param provider whom to ask; it is found, with its owner's permission, by who calls
     * @param listener is told the text as it comes, on the caller's thread; what it throws ends the answer and comes out here
     * @param cancellation ends the answer at any time, also before the first token
     */
    Answer ask(ModelProvider provider, Question question, AnswerListener listener, Cancellation cancellation);
}
