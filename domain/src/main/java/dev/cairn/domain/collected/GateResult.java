package dev.cairn.domain.collected;

import org.jspecify.annotations.Nullable;

/**
 * The result of a project at one gate of the rubric.
 *
 * @param reason why it failed, null when it passed
 */
public record GateResult(
        Gate gate, int weight, boolean passed, @Nullable String reason) {

    static GateResult of(Gate gate, boolean passed, String reason) {
        return new GateResult(gate, gate.weight(), passed, passed ? null : reason);
    }
}
