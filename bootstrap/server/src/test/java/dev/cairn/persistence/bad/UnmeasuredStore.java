package dev.cairn.persistence.bad;

import dev.cairn.persistence.jdbc.Sql;

/** A store that writes its own SQL and names no budget. */
public final class UnmeasuredStore {
    private final Sql sql;

    public UnmeasuredStore(Sql sql) {
        this.sql = sql;
    }

    public int count() {
        return sql.one("SELECT count(*) AS n FROM milestones", row -> Math.toIntExact(row.integer("n")));
    }
}
