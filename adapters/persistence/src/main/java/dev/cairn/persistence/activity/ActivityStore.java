package dev.cairn.persistence.activity;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.Event;
import dev.cairn.domain.activity.LogState;
import dev.cairn.domain.activity.NewActivity;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.Caller;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.CurrentTransaction;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Audience;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.JsonLists;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.Measured;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.SortField;
import dev.cairn.persistence.kernel.Store;
import dev.cairn.persistence.queue.SubjectNames;
import dev.cairn.schema.Engine;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The store of the activity log. SQLite's one writer numbers the entries one after the other; PostgreSQL by {@link LogNumbers}.
 */
@Store
@Measured("insert one, own transaction; next event batch")
abstract class ActivityStore implements ActivityLog, GenericRepository<ActivityRow, Long> {
    private static final SortField<Activity> SEQ = SortField.integer("seq", Activity::seq);
    private static final String COLUMNS =
            "seq, type, actor_id, actor_name, project_id, conversation_id, subject_type, subject_id, version, before, after, data, at";
    /** The columns of a shown entry, with the names of the ticket and task it is about, also through a queue item. */
    private static final KeysetList.Outer SHOWN = new KeysetList.Outer(
            "a.*, " + SubjectNames.COLUMNS,
            "a",
            " LEFT JOIN queue_items i ON i.id = a.subject_id AND a.subject_type = 'queue_item'"
                    + SubjectNames.joins(
                            "CASE a.subject_type WHEN 'task' THEN a.subject_id ELSE i.task_id END",
                            "CASE a.subject_type WHEN 'ticket' THEN a.subject_id ELSE i.ticket_id END"));
    /** The longest time a write may be on its way: longer than a write may take, and than a stopped server may keep it open. */
    private static final int WRITE_SECONDS = 2 * CurrentTransaction.SECONDS_MAX;
    /** The columns of an insert, without {@code seq}, to which SQLite gives the next number. */
    private static final String VALUES =
            "type, actor_id, actor_name, project_id, conversation_id, subject_type, subject_id, version, before, after, data, at";

    private static final String INSERT = "INSERT INTO activity (" + VALUES + ")";
    private static final String INSERT_NUMBERED = "INSERT INTO activity (" + VALUES + ", seq)";

    private static final String FORGET = "UPDATE activity SET before = NULL, after = NULL, data = '{}' WHERE ";

    private static final String EVENTS = """
            SELECT seq, type, subject_type, subject_id, version, actor_id, project_id, conversation_id, at
              FROM activity WHERE seq > ? AND seq < ? ORDER BY seq LIMIT ?
            """;
    private static final String STATE = """
            SELECT coalesce((SELECT max(seq) FROM activity WHERE seq < ?), 0) AS newest,
                   coalesce((SELECT max(seq) FROM activity), 0) AS last,
                   coalesce((SELECT min(seq) FROM activity), 0) AS oldest, %s AS place
            """;
    /** Database and table: one of them is another after a dump was restored. */
    private static final String PLACE = """
            concat_ws('.', (SELECT oid FROM pg_database WHERE datname = current_database()), 'activity'::regclass::oid)""";
    /** The cluster and its history too, which is another after a base backup was restored, where that may be asked. */
    private static final String CLUSTER = """
            (SELECT concat_ws('.', system_identifier, timeline_id) FROM pg_control_system(), pg_control_checkpoint()) || '.' ||\s""";

    private static final String MAY_ASK = """
            SELECT CASE WHEN has_function_privilege('pg_control_system()', 'execute')
                         AND has_function_privilege('pg_control_checkpoint()', 'execute') THEN 1 ELSE 0 END AS may
            """;

    private static final String IN_PROJECTS = Membership.sees("activity.project_id");
    private static final String IN_PROJECTS_OR_OWN = "(" + IN_PROJECTS + " OR (project_id IS NULL AND actor_id = ?))";
    /** The condition that hides a conversation's entries from those who do not read it (E3). */
    private static final String IN_CONVERSATIONS =
            "CASE WHEN conversation_id IS NULL THEN %s ELSE " + Audience.sees("activity.conversation_id") + " END";

    private final Sql sql;
    private final LogNumbers numbers;
    private final LogHorizon horizon;
    private final KeysetList<Activity> list;
    private String state = STATE.formatted("''");

    ActivityStore(Sql sql) {
        this.sql = sql;
        this.numbers = new LogNumbers(sql);
        this.horizon = new LogHorizon(sql, WRITE_SECONDS);
        this.list = new KeysetList<>(sql, COLUMNS, "activity", Map.of("seq", SEQ), SEQ, ActivityStore::read, SHOWN);
    }

    @PostConstruct
    void start() {
        if (sql.engine() == Engine.POSTGRESQL) {
            numbers.start();
            boolean cluster = sql.one(MAY_ASK, row -> row.integer("may")) == 1;
            state = STATE.formatted(cluster ? CLUSTER + PLACE : PLACE);
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
            entry.conversationId(),
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
    @Query(FORGET + "project_id = :project")
    public abstract void forgetProject(Id<Project> project);

    @Override
    @Query(FORGET + """
            subject_id IN (SELECT CAST(:subject AS bigint) UNION ALL SELECT id FROM tasks WHERE ticket_id = :subject
                           UNION ALL SELECT id FROM comments WHERE ticket_id = :subject)
            """)
    public abstract void forgetSubject(Id<?> subject);

    @Override
    @Query(FORGET + "conversation_id = :conversation")
    public abstract void forgetConversation(Id<?> conversation);

    @Override
    @Query("""
            DELETE FROM activity
             WHERE seq IN (SELECT o.seq FROM (SELECT seq, at FROM activity ORDER BY seq LIMIT :limit) o WHERE o.at < :moment)
               AND seq < (SELECT max(seq) FROM activity)
            """)
    public abstract int deleteOldest(Instant moment, int limit);

    @Override
    public Page<Activity> page(Access access, ActivityFilter filter, PageRequest request) {
        return list.page(filter, seen(access, matching(filter)), request);
    }

    @Override
    public List<Activity> after(Access access, ActivityFilter filter, long seq, int limit) {
        Conditions where = seen(access, matching(filter)).and("seq > ?", seq).and("seq < ?", horizon.number());
        List<@Nullable Object> values = new ArrayList<>(where.values());
        values.add(limit);
        return sql.query(
                SHOWN.around("SELECT " + COLUMNS + " FROM activity" + where.sql() + " ORDER BY seq LIMIT ?")
                        + " ORDER BY seq",
                ActivityStore::read,
                values.toArray());
    }

    @Override
    public List<Event> events(long seq, int limit) {
        return sql.query(EVENTS, ActivityStore::event, seq, horizon.number(), limit);
    }

    @Override
    public LogState state() {
        return sql.one(
                state,
                row -> new LogState(
                        row.integer("newest"), row.integer("last"), row.integer("oldest"), row.text("place")),
                horizon.number());
    }

    private static Event event(Cells row) {
        return new Event(
                row.integer("seq"),
                row.text("type"),
                row.text("subject_type"),
                row.id("subject_id"),
                row.optionalInteger("version"),
                row.optionalId("actor_id"),
                row.optionalId("project_id"),
                row.optionalId("conversation_id"),
                row.instant("at"));
    }

    private static Conditions matching(ActivityFilter filter) {
        return new Conditions()
                .equal("project_id", filter.projectId())
                .equal("actor_id", filter.actorId())
                .equal("subject_id", filter.subjectId())
                .oneOf("type", filter.types());
    }

    /**
     * Restricts the entries to the caller's projects and conversations, and, for an unlimited caller, its own outside of
     * projects.
     */
    private static Conditions seen(Access access, Conditions where) {
        boolean limited = access.projectId() != null;
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(Arrays.asList(Membership.values(access)));
        if (!limited) {
            values.add(access.userId());
        }
        values.addAll(Arrays.asList(Audience.values(access)));
        return where.and(IN_CONVERSATIONS.formatted(limited ? IN_PROJECTS : IN_PROJECTS_OR_OWN), values.toArray());
    }

    private static Activity read(Cells row) {
        return new Activity(
                row.integer("seq"),
                row.text("type"),
                row.optionalId("actor_id"),
                row.text("actor_name"),
                row.optionalId("project_id"),
                row.optionalId("conversation_id"),
                row.text("subject_type"),
                row.id("subject_id"),
                row.optionalInteger("version"),
                json(row.optionalText("before")),
                json(row.optionalText("after")),
                new Json(row.text("data")),
                SubjectNames.read(row),
                row.instant("at"));
    }

    private static @Nullable Json json(@Nullable String text) {
        return text == null ? null : new Json(text);
    }
}
