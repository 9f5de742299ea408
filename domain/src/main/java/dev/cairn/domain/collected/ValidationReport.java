package dev.cairn.domain.collected;

import java.util.List;

/**
 * The result of a validation by the rubric (R25): the result of each gate, in the rubric's order.
 *
 * @param score the weights of the gates it passed, 0 to 100
 * @param passed at {@value #PASS_SCORE} and more
 */
public record ValidationReport(int score, boolean passed, List<GateResult> gates) {
    public static final int PASS_SCORE = 80;

    public ValidationReport {
        gates = List.copyOf(gates);
    }

    public static ValidationReport of(List<GateResult> gates) {
        int score = gates.stream()
                .filter(GateResult::passed)
                .mapToInt(GateResult::weight)
                .sum();
        return new ValidationReport(score, score >= PASS_SCORE, gates);
    }
}
