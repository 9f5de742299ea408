package dev.cairn.persistence.interchange;

import dev.cairn.domain.interchange.Staging;
import dev.cairn.domain.interchange.StagingRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.persistence.jdbc.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The store of imports at work. */
@Singleton
final class StagingStore implements StagingRepository {
    private static final String INSERT = """
            INSERT INTO import_stagings (id, project_id, open_id, other_id, held_id, committed, beat_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SILENT = """
            SELECT id, project_id, open_id, other_id, held_id, committed, beat_at FROM import_stagings
             WHERE beat_at < ? ORDER BY id
            """;
    private static final String SOME = "id IN (SELECT s.id FROM tickets s WHERE s.deletion_id = ? LIMIT ?)";
    private static final String REVEAL_OPEN =
            "UPDATE tickets SET deleted_at = NULL, deletion_id = ? WHERE " + SOME + " RETURNING id, key";
    private static final String REVEAL_OTHER =
            "UPDATE tickets SET deleted_at = NULL, deletion_id = NULL WHERE " + SOME + " RETURNING id, key";
    /** Somebody may have moved it since it was shown: that stays. */
    private static final String RELEASE = """
            UPDATE tickets SET deletion_id = NULL, version = version + 1,
                   status = CASE WHEN status = 'BLOCKED' THEN 'OPEN' ELSE status END
             WHERE\s""" + SOME;

    private static final String DISCARD = "DELETE FROM tickets WHERE " + SOME;

    private final Sql sql;

    StagingStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void insert(Staging staging) {
        sql.update(
                INSERT,
                staging.id(),
                staging.projectId(),
                staging.open(),
                staging.other(),
                staging.held(),
                staging.committed(),
                staging.beatAt());
    }

    @Override
    public void beat(Id<Staging> id, Instant now) {
        sql.update("UPDATE import_stagings SET beat_at = ? WHERE id = ?", now, id);
    }

    @Override
    public void commit(Id<Staging> id, Instant now) {
        sql.update("UPDATE import_stagings SET committed = ?, beat_at = ? WHERE id = ?", true, now, id);
    }

    @Override
    public void delete(Id<Staging> id) {
        sql.update("DELETE FROM import_stagings WHERE id = ?", id);
    }

    @Override
    public List<Staging> findSilent(Instant since) {
        return sql.query(
                SILENT,
                row -> new Staging(
                        row.id("id"),
                        row.id("project_id"),
                        row.id("open_id"),
                        row.id("other_id"),
                        row.id("held_id"),
                        row.flag("committed"),
                        row.instant("beat_at")),
                since);
    }

    @Override
    public Map<Id<Ticket>, String> reveal(Staging staging, int limit) {
        Map<Id<Ticket>, String> shown = new LinkedHashMap<>();
        sql.returning(
                REVEAL_OPEN, row -> shown.put(row.id("id"), row.text("key")), staging.held(), staging.open(), limit);
        if (shown.size() < limit) {
            sql.returning(
                    REVEAL_OTHER,
                    row -> shown.put(row.id("id"), row.text("key")),
                    staging.other(),
                    limit - shown.size());
        }
        return shown;
    }

    @Override
    public int release(Staging staging, int limit) {
        return sql.update(RELEASE, staging.held(), limit);
    }

    @Override
    public int discard(Staging staging, int limit) {
        int gone = sql.update(DISCARD, staging.open(), limit);
        return gone + sql.update(DISCARD, staging.other(), limit);
    }
}
