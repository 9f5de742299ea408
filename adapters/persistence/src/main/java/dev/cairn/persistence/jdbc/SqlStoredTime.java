package dev.cairn.persistence.jdbc;

import dev.cairn.application.idempotency.IdempotencyService;
import dev.cairn.application.port.StoredTime;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.user.Session;
import dev.cairn.schema.Engine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads the time of the log and, on PostgreSQL, of the engine; extends leases, sessions and kept answers. */
@Singleton
final class SqlStoredTime implements StoredTime {
    private static final String NEWEST = "SELECT at FROM activity ORDER BY seq DESC LIMIT 1";
    private static final String SHARED = "SELECT clock_timestamp() AS now";
    private static final String WHOLE_LEASE =
            "1000 * (SELECT coalesce(max(c.lease_seconds), 0) FROM queue_claims c WHERE c.id = queue_items.claim_id)";

    private static final String UNHEARD =
            " AND EXISTS (SELECT 1 FROM queue_claims c WHERE c.id = queue_items.claim_id AND c.heartbeat_at <= ?)";

    private final Sql sql;
    private final String leases;
    private final String sessions;
    private final String answers;
    private final String jobs;

    SqlStoredTime(Sql sql) {
        this.sql = sql;
        Engine engine = sql.engine();
        this.leases = "UPDATE queue_items SET lease_until = "
                + engine.latest(
                        "lease_until",
                        engine.earliest(
                                engine.later("lease_until", "?"), engine.later(engine.moment("?"), WHOLE_LEASE)))
                + " WHERE status = 'CLAIMED' AND lease_until > ?";
        this.sessions = "UPDATE sessions SET expires_at = "
                + engine.latest("expires_at", engine.earliest(engine.later("expires_at", "?"), engine.moment("?")))
                + " WHERE revoked_at IS NULL AND expires_at > ?";
        this.answers = "UPDATE idempotency_keys SET created_at = "
                + engine.earliest(engine.later("created_at", "?"), engine.moment("?")) + " WHERE created_at > ?";
        this.jobs = "UPDATE jobs SET lease_until = "
                + engine.latest("lease_until", engine.earliest(engine.later("lease_until", "?"), engine.moment("?")))
                + " WHERE status = 'RUNNING' AND lease_until > ?";
    }

    @Override
    public Optional<Instant> newest() {
        return sql.first(NEWEST, row -> row.instant("at"));
    }

    @Override
    public Optional<Instant> shared() {
        return switch (sql.engine()) {
            case SQLITE -> Optional.empty();
            case POSTGRESQL -> sql.first(SHARED, row -> row.instant("now"));
        };
    }

    @Override
    public void extend(Instant from, Instant to) {
        long millis = Duration.between(from, to).toMillis();
        sql.update(leases, millis, to, from);
        sql.update(sessions, millis, to.plus(Session.LIFE), from);
        sql.update(answers, millis, to, from.minus(IdempotencyService.KEPT));
        sql.update(jobs, millis, to.plus(Job.LEASE), from);
    }

    /**
     * Extends leases without a heartbeat since; a job's by one more length at most, as its runner extends it every few seconds.
     */
    @Override
    public void extendUnheard(Instant from, Instant to) {
        long millis = Duration.between(from, to).toMillis();
        sql.update(leases + UNHEARD, millis, to, from, from);
        sql.update(jobs, millis, to.plus(Job.LEASE), from);
    }
}
