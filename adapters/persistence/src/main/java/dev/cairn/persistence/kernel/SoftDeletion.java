package dev.cairn.persistence.kernel;

import dev.cairn.domain.kernel.Deletion;
import dev.cairn.persistence.jdbc.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stamps the rows of a table that a deletion takes along, and takes the stamp off at its restore (R5). */
public final class SoftDeletion {
    private final Sql sql;
    private final String delete;
    private final String restore;

    SoftDeletion(Sql sql, String table) {
        this.sql = sql;
        this.delete = "UPDATE " + table + " SET deleted_at = ?, deletion_id = ? WHERE deleted_at IS NULL AND ";
        this.restore = "UPDATE " + table + " SET deleted_at = NULL, deletion_id = NULL WHERE deletion_id = ?";
    }

    /** Stamps all live rows that meet a condition. */
    public void delete(Deletion deletion, String condition, Object... values) {
        List<Object> bound = new ArrayList<>(List.of(deletion.at(), deletion.id()));
        bound.addAll(Arrays.asList(values));
        sql.update(delete + condition, bound.toArray());
    }

    /** Takes the stamp off all rows that have it. */
    public void restore(Deletion deletion) {
        sql.update(restore, deletion.id());
    }

    /** Takes the stamp off those rows that have it and meet a condition. */
    public void restore(Deletion deletion, String condition, Object value) {
        sql.update(restore + " AND " + condition, deletion.id(), value);
    }
}
