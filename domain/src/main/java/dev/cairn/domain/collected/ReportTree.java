package dev.cairn.domain.collected;

import dev.cairn.domain.kernel.Tree;
import dev.cairn.domain.kernel.Wire;
import java.util.LinkedHashMap;
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
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("score", report.score());
        fields.put("passed", report.passed());
        fields.put("gates", report.gates().stream().map(ReportTree::fields).toList());
        return fields;
    }

    private static GateResult gate(Tree tree) {
        tree.object("gate", "weight", "passed", "reason");
        return new GateResult(
                tree.field("gate").constant(Gate.class),
                tree.field("weight").integer(),
                tree.field("passed").flag(),
                tree.field("reason").optionalText());
    }

    private static Map<String, @Nullable Object> fields(GateResult result) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("gate", Wire.of(result.gate()));
        fields.put("weight", result.weight());
        fields.put("passed", result.passed());
        fields.put("reason", result.reason());
        return fields;
    }
}
