package dev.cairn.domain.collected;

import dev.cairn.domain.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The boundaries of the system: four sets of statements, in the order given. */
public record Boundaries(List<String> internal, List<String> external, List<String> inScope, List<String> outOfScope) {
    public static final int STATEMENTS_MAX = 200;
    public static final Boundaries NONE = new Boundaries(List.of(), List.of(), List.of(), List.of());

    public Boundaries {
        internal = Text.set("internal", internal, STATEMENTS_MAX, CollectedData.STATEMENT_MAX);
        external = Text.set("external", external, STATEMENTS_MAX, CollectedData.STATEMENT_MAX);
        inScope = Text.set("inScope", inScope, STATEMENTS_MAX, CollectedData.STATEMENT_MAX);
        outOfScope = Text.set("outOfScope", outOfScope, STATEMENTS_MAX, CollectedData.STATEMENT_MAX);
    }

    /** Answers the union of each of the four sets. */
    public Boundaries merge(Boundaries more) {
        return new Boundaries(
                union(internal, more.internal),
                union(external, more.external),
                union(inScope, more.inScope),
                union(outOfScope, more.outOfScope));
    }

    /** Answers the statements of all four sets. */
    public List<String> all() {
        List<String> all = new ArrayList<>(internal);
        all.addAll(external);
        all.addAll(inScope);
        all.addAll(outOfScope);
        return all;
    }

    static List<String> union(List<String> known, List<String> more) {
        SequencedSet<String> union = new LinkedHashSet<>(known);
        union.addAll(more);
        return List.copyOf(union);
    }
}
