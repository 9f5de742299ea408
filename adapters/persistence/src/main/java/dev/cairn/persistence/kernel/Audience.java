package dev.cairn.persistence.kernel;

import dev.cairn.domain.access.Access;
import org.jspecify.annotations.Nullable;

/**
 * Says in SQL, in one place, who reads a conversation {@code r} (R38): the members of its project read a channel; its owner, and the
 * editors of its project, a chat; in no project its owner, and agents of theirs that take part; those who take part in it, a direct one. As in {@link Membership}, what is asked is joined, so that one
 * statement finds the thing and the right. {@link #values} gives values for the marks of {@link #JOINS}.
 */
public final class Audience {
    /** Joins the caller's membership {@code m} and participation {@code p}, where there are any. */
    public static final String JOINS =
            " LEFT JOIN project_members m ON m.project_id = r.project_id AND " + Membership.OF_CALLER
                    + " LEFT JOIN participants p ON p.conversation_id = r.id AND p.user_id = ?"
                    + " AND coalesce(r.project_id, 0) = coalesce(?, r.project_id, 0)";

    /** The condition on a project's conversations that its member {@code m} reads. */
    public static final String READ_BY_MEMBER = "(r.kind = 'CHANNEL' OR r.owner_id = m.user_id OR m.role <> 'VIEWER')";

    /** The condition on conversations outside of projects that their participant {@code p} reads. */
    public static final String READ_BY_PARTICIPANT =
            "(r.project_id IS NULL AND p.left_at IS NULL AND (r.kind = 'DIRECT' OR r.owner_id = p.user_id"
                    + " OR EXISTS (SELECT 1 FROM users a JOIN users o ON o.id = r.owner_id"
                    + " WHERE a.id = p.user_id AND a.owner_id = coalesce(o.owner_id, o.id) LIMIT 1)))";

    /** Whether the caller reads it, in what {@link #JOINS} joined. */
    public static final String READS = "((m.user_id IS NOT NULL AND " + READ_BY_MEMBER
            + ") OR (p.user_id IS NOT NULL AND " + READ_BY_PARTICIPANT + "))";

    /** Selects the role of {@code p} outside of projects: OWNER in conversations of their own, EDITOR in others. */
    public static final String PARTICIPANT_ROLE =
            "CASE WHEN r.owner_id = p.user_id THEN 'OWNER' ELSE 'EDITOR' END AS " + Membership.ROLE_COLUMN;

    /** Selects the caller's role, in what {@link #JOINS} joined. */
    public static final String ROLE =
            "CASE WHEN r.project_id IS NOT NULL THEN m.role WHEN r.owner_id = p.user_id THEN 'OWNER' ELSE 'EDITOR' END AS "
                    + Membership.ROLE_COLUMN;

    private Audience() {}

    /** Says whether the caller reads the conversation that a column names, live or deleted. */
    public static String sees(String conversation) {
        return "EXISTS (SELECT 1 FROM conversations r" + JOINS + " WHERE r.id = " + conversation + " AND " + READS
                + " LIMIT 1)";
    }

    public static @Nullable Object[] values(Access access) {
        return new @Nullable Object[] {access.userId(), access.projectId(), access.userId(), access.projectId()};
    }
}
