package dev.cairn.history;

import java.util.List;
import java.util.Set;

/**
 * What the rules say that a step does.
 *
 * @param refusals the codes of which it is refused with one; empty when it is accepted
 * @param answers what an accepted step answers, one of these
 */
record Prediction(Set<String> refusals, List<String> answers) {
    static final Prediction DONE = accepted("");
    /** Accepted, and the item runs again at a time that is random in part. */
    static final Prediction LATER = accepted("");

    static Prediction accepted(String... answers) {
        return new Prediction(Set.of(), List.of(answers));
    }

    static Prediction refused(String... codes) {
        return refused(Set.of(codes));
    }

    static Prediction refused(Set<String> codes) {
        return new Prediction(codes, List.of());
    }

    /** Whether the product did that. */
    boolean allows(Outcome outcome) {
        return outcome.refusal() == null ? answers.contains(outcome.answer()) : refusals.contains(outcome.refusal());
    }

    @Override
    public String toString() {
        return refusals.isEmpty() ? "accepted " + answers : "refused " + refusals;
    }
}
