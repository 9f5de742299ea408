package dev.cairn.history;

import java.util.List;
import java.util.Set;

/**
 * What the rules say that a step does.
 *
 * @param refusals the codes of which it is refused with one; empty when it is accepted
 * @param answers what an accepted step answers, one of these
 * @param later whether the item runs again at a time that is random in part
 */
record Prediction(Set<String> refusals, List<String> answers, boolean later) {
    static final Prediction DONE = accepted("");
    static final Prediction LATER = new Prediction(Set.of(), List.of(""), true);

    static Prediction accepted(String... answers) {
        return new Prediction(Set.of(), List.of(answers), false);
    }

    static Prediction refused(String... codes) {
        return refused(Set.of(codes));
    }

    static Prediction refused(Set<String> codes) {
        return new Prediction(codes, List.of(), false);
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
