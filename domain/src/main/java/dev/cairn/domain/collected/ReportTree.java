package dev.cairn.domain.collected;

import dev.cairn.domain.kernel.Components;
import dev.cairn.domain.kernel.Tree;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Validation reports as plain maps and lists, for their store. */
public final class ReportTree {
    private ReportTree() {}

    public static ValidationReport read(Tree tree) {
        tree.object("score", "passed", "gates");
        return new ValidationReport(
                tree.field("score").integer(),
                tree.field("passed").flag(),
                tree.field("gates").list(ReportTree::gate));
    }

    public static Map<String, @Nullable Object> write(ValidationReport report) {
        return Components.fields(report);
    }

    private static GateResult gate(Tree tree) {
        tree.object("gate", "weight", "passed", "reason");
        return new GateResult(
                tree.field("gate").constant(Gate.class),
                tree.field("weight").integer(),
                tree.field("passed").flag(),
                tree.field("reason").optionalText());
    }
}
