package dev.cairn.history;

import org.jspecify.annotations.Nullable;

/**
 * What the product did with a step.
 *
 * @param refusal the code, when it was refused
 * @param runAt when the item that it left ready may be handed out again, in milliseconds; 0 where that is not said
 */
record Outcome(@Nullable String refusal, String answer, long runAt) {
    static Outcome accepted(String answer) {
        return new Outcome(null, answer, 0);
    }

    @Override
    public String toString() {
        return refusal == null ? "accepted [" + answer + "]" : "refused [" + refusal + "]";
    }
}
