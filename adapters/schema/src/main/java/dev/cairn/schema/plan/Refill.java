package dev.cairn.schema.plan;

import java.util.List;

/** The statements that recompute the counts and search indexes that SQLite keeps beside its rows. */
public final class Refill {
    public static final List<String> COUNTS = List.of(
            "DELETE FROM project_counts",
            "INSERT INTO project_counts (project_id, kind, n) SELECT project_id, kind, n FROM project_counts_source");

    public static final List<String> SEARCH = List.of(
            "DELETE FROM search_scopes",
            "INSERT INTO search_scopes (id, scope) SELECT id, scope FROM search_scopes_source",
            "INSERT INTO search_index (search_index) VALUES ('rebuild')");

    private Refill() {}
}
