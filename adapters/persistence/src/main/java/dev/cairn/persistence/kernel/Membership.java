package dev.cairn.persistence.kernel;

import dev.cairn.domain.access.Access;
import dev.cairn.schema.Engine;
import org.jspecify.annotations.Nullable;

/**
 * Says in SQL, in one place, what a caller may see: what happens in the projects of which it is a member (R6, R18). Every
 * fragment has the marks that {@link #values} gives values for.
 */
public final class Membership {
    /** Selects the caller's role, in what {@link #join} joined. */
    public static final String ROLE = "m.role AS caller_role";

    public static final String ROLE_COLUMN = "caller_role";
    /** Finds the caller's memberships {@code m}. */
    public static final String OF_CALLER = "m.user_id = ? AND m.project_id = coalesce(?, m.project_id)";

    /** The same as {@link #OF_CALLER} for generated queries, with the parameters {@code user} and {@code only}. */
    public static final String OF_USER = "m.user_id = :user AND m.project_id = coalesce(:only, m.project_id)";

    private static final String ONCE = " LIMIT 1)";

    /**
     * Before the column that names a project, and {@link #SEEN} after it: whether the caller may see that project, for
     * generated queries.
     */
    public static final String SEES = "EXISTS (SELECT 1 FROM project_members m WHERE m.project_id = ";

    public static final String SEEN = " AND " + OF_USER + ONCE;

    private Membership() {}

    /** Joins the caller's membership {@code m} in the project that a column names; without one there is no row. */
    public static String join(Engine engine, String project) {
        return engine.join("project_members m", "m.project_id = " + project + " AND " + OF_CALLER);
    }

    /** Says whether the caller may see the project that a column names: one look for each row, which the limit pins. */
    public static String sees(String project) {
        return SEES + project + " AND " + OF_CALLER + ONCE;
    }

    /** Selects the projects that the caller may see. */
    public static String projects() {
        return "SELECT m.project_id FROM project_members m WHERE " + OF_CALLER;
    }

    /** Extends {@link #sees} to rows in no project, which every unlimited caller sees. Its marks take {@link #valuesOrInNone}. */
    public static String seesOrInNone(String project) {
        return "CASE WHEN " + project + " IS NULL THEN coalesce(CAST(? AS bigint), 0) = 0 ELSE " + sees(project)
                + " END";
    }

    public static @Nullable Object[] valuesOrInNone(Access access) {
        return new @Nullable Object[] {access.projectId(), access.userId(), access.projectId()};
    }

    public static @Nullable Object[] values(Access access) {
        return new @Nullable Object[] {access.userId(), access.projectId()};
    }
}
