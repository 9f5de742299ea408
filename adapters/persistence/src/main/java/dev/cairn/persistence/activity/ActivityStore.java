package dev.cairn.persistence.activity;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.NewActivity;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.Caller;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.CurrentTransaction;
import dev.cairn.persistence.jdbc.Engine;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.JsonLists;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.SortField;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The log of what happened. SQLite's one writer numbers the entries one after the other; PostgreSQL by {@link LogNumbers}. */
@Singleton
final class ActivityStore implements ActivityLog {
    private static final SortField<Activity> SEQ = SortField.integer("seq", Activity::seq);
    private static final String COLUMNS =
            "seq, type, actor_id, actor_name, project_id, subject_type, subject_id, version, before, after, data, at";
    /** Longer than a write of ours may take, and than a server that is stopped amidst may keep it open. */
    private static final int WRITE_SECONDS = 2 * CurrentTransaction.SECONDS_MAX;
    /** Without {@code seq}, to which SQLite gives the next number. */
    private static final String VALUES =
            "type, actor_id, actor_name, project_id, subject_type, subject_id, version, before, after, data, at";

    private static final String INSERT = "INSERT INTO activity (" + VALUES + ")";
    private static final String INSERT_NUMBERED = "INSERT INTO activity (" + VALUES + ", seq)";

    private static final String DELETE_OLDEST = """
            DELETE FROM activity
             WHERE seq IN (SELECT o.seq FROM (SELECT seq, at FROM activity ORDER BY seq LIMIT ?) o WHERE o.at < ?)
               AND seq < (SELECT max(seq) FROM activity)
            """;
    private static final String FORGET = "UPDATE activity SET before = NULL, after = NULL, data = '{}' WHERE ";
    private static final String FORGET_PROJECT = FORGET + "project_id = ?";
    private static final String FORGET_SUBJECT = FORGET + """
            subject_id IN (SELECT CAST(? AS bigint) UNION ALL SELECT id FROM tasks WHERE ticket_id = ?
                           UNION ALL SELECT id FROM comments WHERE ticket_id = ?)
            """;

    private static final String IN_PROJECTS = Membership.sees("activity.project_id");
    private static final String IN_PROJECTS_OR_OWN = "(" + IN_PROJECTS + " OR (project_id IS NULL AND actor_id = ?))";

    private final Sql sql;
    private final LogNumbers numbers;
    private final LogHorizon horizon;
    private final KeysetList<Activity> list;

    ActivityStore(Sql sql) {
        this.sql = sql;
        this.numbers = new LogNumbers(sql);
        this.horizon = new LogHorizon(sql, WRITE_SECONDS);
        this.list = new KeysetList<>(sql, COLUMNS, "activity", Map.of("seq", SEQ), SEQ);
    }

    @PostConstruct
    void start() {
        if (sql.engine() == Engine.POSTGRESQL) {
            numbers.start();
        }
    }

    @Override
    public void append(Caller actor, Instant at, List<NewActivity> entries) {
        if (entries.isEmpty()) {
            return;
        }
        switch (sql.engine()) {
            case SQLITE ->
                sql.insertAll(
                        INSERT,
                        entries.stream().map(entry -> values(actor, at, entry)).toList());
            case POSTGRESQL -> appendNumbered(actor, at, entries);
        }
    }

    private void appendNumbered(Caller actor, Instant at, List<NewActivity> entries) {
        LongSupplier next = numbers.next();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (NewActivity entry : entries) {
            long number = next.getAsLong();
            @Nullable Object[] values = values(actor, at, entry);
            values = Arrays.copyOf(values, values.length + 1);
            values[values.length - 1] = number;
            rows.add(values);
            if (LogNumbers.full(number)) {
                sql.insertAll(INSERT_NUMBERED, rows);
                rows.clear();
            }
        }
        sql.insertAll(INSERT_NUMBERED, rows);
    }

    private static @Nullable Object[] values(Caller actor, Instant at, NewActivity entry) {
        return new @Nullable Object[] {
            entry.type().wire(),
            actor.actorId(),
            actor.name(),
            entry.projectId(),
            entry.subjectType(),
            entry.subjectId(),
            entry.version(),
            entry.difference() == null
                    ? null
                    : new Json(JsonLists.write(entry.difference().before())),
            entry.difference() == null
                    ? null
                    : new Json(JsonLists.write(entry.difference().after())),
            new Json(JsonLists.write(entry.data())),
            at
        };
    }

    @Override
    public void forgetProject(Id<Project> project) {
        sql.update(FORGET_PROJECT, project);
    }

    @Override
    public void forgetSubject(Id<?> subject) {
        sql.update(FORGET_SUBJECT, subject, subject, subject);
    }

    @Override
    public int deleteOldest(Instant before, int limit) {
        return sql.update(DELETE_OLDEST, limit, before);
    }

    @Override
    public Page<Activity> page(Access access, ActivityFilter filter, PageRequest request) {
        return list.page(filter, seen(access, matching(filter)), request, ActivityStore::read);
    }

    @Override
    public List<Activity> after(Access access, ActivityFilter filter, long seq, int limit) {
        Conditions where = seen(access, matching(filter)).and("seq > ?", seq).and("seq < ?", horizon.number());
        List<@Nullable Object> values = new ArrayList<>(where.values());
        values.add(limit);
        return sql.query(
                "SELECT " + COLUMNS + " FROM activity" + where.sql() + " ORDER BY seq LIMIT ?",
                ActivityStore::read,
                values.toArray());
    }

    private static Conditions matching(ActivityFilter filter) {
        return new Conditions()
                .equal("project_id", filter.projectId())
                .equal("actor_id", filter.actorId())
                .equal("subject_id", filter.subjectId())
                .oneOf("type", filter.types());
    }

    /** What happened in the caller's projects; also what it did outside of them, unless it is limited to one. */
    private static Conditions seen(Access access, Conditions where) {
        return access.projectId() == null
                ? where.and(IN_PROJECTS_OR_OWN, access.userId(), null, access.userId())
                : where.and(IN_PROJECTS, Membership.values(access));
    }

    private static Activity read(Cells row) {
        return new Activity(
                row.integer("seq"),
                row.text("type"),
                row.optionalId("actor_id"),
                row.text("actor_name"),
                row.optionalId("project_id"),
                row.text("subject_type"),
                row.id("subject_id"),
                row.optionalInteger("version"),
                json(row.optionalText("before")),
                json(row.optionalText("after")),
                new Json(row.text("data")),
                row.instant("at"));
    }

    private static @Nullable Json json(@Nullable String text) {
        return text == null ? null : new Json(text);
    }
}
