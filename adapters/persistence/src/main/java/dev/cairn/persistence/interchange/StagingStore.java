package dev.cairn.persistence.interchange;

import dev.cairn.domain.interchange.Staging;
import dev.cairn.domain.interchange.StagingRepository;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The store of imports at work. */
@Store
abstract class StagingStore implements StagingRepository, GenericRepository<StagingRow, Long> {
    /** The columns of a ticket that an import has just made visible. */
    @MappedEntity("tickets")
    record Shown(@io.micronaut.data.annotation.Id long id, String key) {}

    /** The last sign of life of an import that is being undone; no import ever gave it. */
    private static final Instant UNDONE = Instant.EPOCH;

    private static final String SOME =
            " WHERE id IN (SELECT s.id FROM tickets s WHERE s.deletion_id = :of LIMIT :limit)";
    private static final String SHOW = "UPDATE tickets SET deleted_at = NULL, deletion_id = ";
    private static final String BURY = "UPDATE tickets SET deleted_at = :at, deletion_id = :deletion";
    private static final String SHOWN = SOME + " RETURNING id, key";

    abstract StagingRow save(StagingRow row);

    @Query("UPDATE import_stagings SET beat_at = :now WHERE id = :id AND beat_at <> :undone")
    abstract int beat(Id<Staging> id, Instant now, Instant undone);

    @Query("UPDATE import_stagings SET committed = TRUE, beat_at = :now WHERE id = :id AND beat_at <> :undone")
    abstract int commit(Id<Staging> id, Instant now, Instant undone);

    @Query("UPDATE import_stagings SET beat_at = :undone WHERE id = :id AND NOT committed AND beat_at < :since")
    abstract int undo(Id<Staging> id, Instant since, Instant undone);

    @Override
    @Query("DELETE FROM import_stagings WHERE id = :id")
    public abstract void delete(Id<Staging> id);

    abstract Optional<StagingRow> findById(long id);

    abstract List<StagingRow> findByBeatAtLessThanOrderById(Instant since);

    @Query(
            "SELECT count(*) FROM import_stagings s JOIN tickets t ON t.deletion_id IN (s.open_id, s.other_id) WHERE t.id "
                    + IdSet.IN)
    abstract long countHidden(String ids);

    @Query(SHOW + ":held" + SHOWN)
    abstract List<Shown> showHeld(Id<Deletion> of, Id<Deletion> held, int limit);

    @Query(SHOW + "NULL" + SHOWN)
    abstract List<Shown> show(Id<Deletion> of, int limit);

    @Query(BURY + ", status = 'OPEN'" + SHOWN)
    abstract List<Shown> buryOpen(Id<Deletion> of, Instant at, Id<Deletion> deletion, int limit);

    @Query(BURY + SHOWN)
    abstract List<Shown> bury(Id<Deletion> of, Instant at, Id<Deletion> deletion, int limit);

    /** Opens tickets that were shown, but not those that somebody has moved since. */
    @Query("""
            UPDATE tickets SET deletion_id = NULL, version = version + 1,
                   status = CASE WHEN status = 'BLOCKED' THEN 'OPEN' ELSE status END
            """ + SOME)
    abstract int release(Id<Deletion> of, int limit);

    @Query("DELETE FROM tickets" + SOME)
    abstract int discard(Id<Deletion> of, int limit);

    @Override
    public void insert(Staging staging) {
        save(StagingRow.of(staging));
    }

    @Override
    public Optional<Staging> find(Id<Staging> id) {
        return findById(id.value()).map(row -> Errors.reading(row, StagingRow::toDomain));
    }

    @Override
    public int beat(Id<Staging> id, Instant now) {
        return beat(id, now, UNDONE);
    }

    @Override
    public int commit(Id<Staging> id, Instant now) {
        return commit(id, now, UNDONE);
    }

    @Override
    public int undo(Id<Staging> id, Instant since) {
        return undo(id, since, UNDONE);
    }

    @Override
    public boolean hides(Collection<Id<Ticket>> tickets) {
        return !tickets.isEmpty() && countHidden(IdSet.of(tickets)) > 0;
    }

    @Override
    public List<Staging> findSilent(Instant since) {
        return Errors.readingEach(findByBeatAtLessThanOrderById(since), StagingRow::toDomain);
    }

    @Override
    public Map<Id<Ticket>, String> reveal(Staging staging, int limit) {
        return keys(limit, most -> showHeld(staging.open(), staging.held(), most), most -> show(staging.other(), most));
    }

    @Override
    public Map<Id<Ticket>, String> bury(Staging staging, Deletion deletion, int limit) {
        return keys(
                limit,
                most -> buryOpen(staging.open(), deletion.at(), deletion.id(), most),
                most -> bury(staging.other(), deletion.at(), deletion.id(), most));
    }

    private static Map<Id<Ticket>, String> keys(
            int limit, IntFunction<List<Shown>> first, IntFunction<List<Shown>> second) {
        Map<Id<Ticket>, String> keys = new LinkedHashMap<>();
        first.apply(limit).forEach(row -> keys.put(new Id<>(row.id()), row.key()));
        if (keys.size() < limit) {
            second.apply(limit - keys.size()).forEach(row -> keys.put(new Id<>(row.id()), row.key()));
        }
        return keys;
    }

    @Override
    public int release(Staging staging, int limit) {
        return release(staging.held(), limit);
    }

    @Override
    public int discard(Staging staging, int limit) {
        int gone = discard(staging.open(), limit);
        return gone + discard(staging.other(), limit);
    }
}
