package dev.cairn.schema.plan;

import dev.cairn.schema.catalogue.Difference;
import java.util.List;

/** The statements that remove a difference, in an order in which they run, without their semicolons. */
public final class Plan {
    private Plan() {}

    public static List<String> of(Difference difference, Backfills backfills) {
        return switch (difference.engine()) {
            case SQLITE -> new SqlitePlan(difference, backfills).statements();
            case POSTGRESQL -> new PostgresPlan(difference, backfills).statements();
        };
    }
}
