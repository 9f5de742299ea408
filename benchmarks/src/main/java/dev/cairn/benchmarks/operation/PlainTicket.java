package dev.cairn.benchmarks.operation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A ticket's row as plain JDBC reads and writes it: every column, no rules. */
record PlainTicket(
        long id,
        long projectId,
        int number,
        String key,
        String type,
        String title,
        String overview,
        String status,
        int priority,
        long assigneeId,
        long parentId,
        String labels,
        String acceptanceCriteria,
        String suggestedFileIds,
        String suggestedAgentIds,
        String suggestedPromptIds,
        int estimatedMinutes,
        long dueAt,
        long position,
        String metadata,
        long startedAt,
        long completedAt,
        long version,
        long createdAt,
        long updatedAt,
        long archivedAt,
        long deletedAt,
        @Nullable String tasks) {
    static final String COLUMNS = """
            id, project_id, number, key, type, title, overview, status, priority, assignee_id, parent_id, labels, \
            acceptance_criteria, suggested_file_ids, suggested_agent_ids, suggested_prompt_ids, estimated_minutes, \
            due_at, position, metadata, started_at, completed_at, version, created_at, updated_at, archived_at, \
            deleted_at""";
    static final int COLUMN_COUNT = 27;
    static final String INSERT = """
            INSERT INTO tickets (id, project_id, number, key, type, title, overview, status, priority, labels,
                                 acceptance_criteria, suggested_file_ids, suggested_agent_ids, suggested_prompt_ids,
                                 position, metadata, version, created_at, updated_at)
            VALUES (?, ?, ?, ?, 'TASK', ?, '', 'OPEN', 1, '[]', '[]', '[]', '[]', '[]', 9007199254740991, '{}', 0, ?, ?)""";

    static PlainTicket read(ResultSet row, boolean withTasks) throws SQLException {
        return new PlainTicket(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                row.getLong(10),
                row.getLong(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getInt(17),
                row.getLong(18),
                row.getLong(19),
                row.getString(20),
                row.getLong(21),
                row.getLong(22),
                row.getLong(23),
                row.getLong(24),
                row.getLong(25),
                row.getLong(26),
                row.getLong(27),
                withTasks ? row.getString(COLUMN_COUNT + 1) : null);
    }

    /** Binds a new one. */
    static void bind(PreparedStatement insert, long id, long project, int number) throws SQLException {
        long now = System.currentTimeMillis();
        insert.setLong(1, id);
        insert.setLong(2, project);
        insert.setInt(3, number);
        insert.setString(4, "NEW-" + number);
        insert.setString(5, "A ticket with a title of its own");
        insert.setLong(6, now);
        insert.setLong(7, now);
    }
}
