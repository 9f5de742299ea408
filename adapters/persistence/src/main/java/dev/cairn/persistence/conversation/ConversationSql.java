package dev.cairn.persistence.conversation;

import static dev.cairn.persistence.kernel.Audience.JOINS;
import static dev.cairn.persistence.kernel.Audience.PARTICIPANT_ROLE;
import static dev.cairn.persistence.kernel.Audience.READS;
import static dev.cairn.persistence.kernel.Audience.READ_BY_MEMBER;
import static dev.cairn.persistence.kernel.Audience.READ_BY_PARTICIPANT;
import static dev.cairn.persistence.kernel.Audience.ROLE;

import dev.cairn.persistence.kernel.Membership;

/**
 * The SQL of lists and views of conversations (R41). It first finds the rows, with the reader {@code me}; the last message
 * and the number of unread ones are looked up for these only.
 */
final class ConversationSql {
    /** The number of the last message that {@code me} has read. */
    private static final String MARK = "coalesce(p.last_read_seq, 0)";

    private static final String UNREAD_MESSAGES = """
            FROM messages x WHERE x.conversation_id = r.id AND x.deleted_at IS NULL AND x.seq > %s
              AND (x.author_id IS NULL OR x.author_id <> r.me)""";

    /** The columns that are added to those of a row. */
    static final String SHOWN = """
            , r.caller_role, %2$s AS last_read_seq,
            CASE WHEN r.next_seq - 1 > %2$s THEN (SELECT count(*) %1$s) ELSE 0 END AS unread,
            l.id AS last_id, l.seq AS last_seq, l.author_id AS last_author_id, l.author_name AS last_author_name,
            l.role AS last_role, substr(l.content, 1, 200) AS last_content, l.created_at AS last_created_at""".formatted(UNREAD_MESSAGES.formatted(MARK), MARK);

    /** Joins the last number read by {@code me}, and the last message. */
    static final String LAST = " LEFT JOIN participants p ON p.conversation_id = r.id AND p.user_id = r.me"
            + " LEFT JOIN messages l ON l.id = (SELECT x.id FROM messages x WHERE x.conversation_id = r.id"
            + " AND x.deleted_at IS NULL ORDER BY x.seq DESC LIMIT 1)";

    /** Looked up for those rows only that a list is to choose among by it. */
    private static final String FOUND_MARK =
            "coalesce((SELECT p.last_read_seq FROM participants p WHERE p.conversation_id = r.id AND p.user_id = r.me), 0)";

    static final String HAS_UNREAD =
            "(r.next_seq - 1 > " + FOUND_MARK + " AND EXISTS (SELECT 1 " + UNREAD_MESSAGES.formatted(FOUND_MARK) + "))";

    /** The columns of a found row. */
    static final String FOUND = "r.*";

    private static final String AS_MEMBER = "SELECT r.*, m.user_id AS me, " + Membership.ROLE + " FROM ";

    /** Finds one conversation that the caller reads. */
    static final String ONE = "(SELECT " + FOUND + ", coalesce(m.user_id, p.user_id) AS me, " + ROLE
            + " FROM conversations r" + JOINS + " WHERE " + READS + ") r" + LAST;

    private ConversationSql() {}

    /** Finds all conversations that the caller reads, beginning with the caller's memberships. */
    static String everywhere(String join) {
        return "(" + AS_MEMBER + "project_members m" + join + " WHERE " + Membership.OF_CALLER + " AND "
                + READ_BY_MEMBER
                + " UNION ALL SELECT r.*, p.user_id AS me, " + PARTICIPANT_ROLE
                + " FROM participants p JOIN conversations r ON r.id = p.conversation_id"
                + " WHERE p.user_id = ? AND CAST(? AS bigint) IS NULL AND " + READ_BY_PARTICIPANT + ") r";
    }

    /** Finds the conversations of one project that the caller reads, in the order of its index. */
    static String inProject(String join) {
        return "(" + AS_MEMBER + "conversations r" + join + " WHERE " + READ_BY_MEMBER + ") r";
    }
}
