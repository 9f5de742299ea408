package dev.cairn.benchmarks.peers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket with its counts, as lists show it. */
record PlainSummary(
        long id,
        long projectId,
        String key,
        String type,
        String title,
        String status,
        long priority,
        @Nullable Long assigneeId,
        @Nullable Long parentId,
        List<String> labels,
        @Nullable Long estimatedMinutes,
        @Nullable Long dueAt,
        long position,
        @Nullable Long startedAt,
        @Nullable Long completedAt,
        @Nullable Long archivedAt,
        long createdAt,
        long updatedAt,
        long version,
        long taskCount,
        long openTaskCount,
        long blockerCount,
        long claimed) {

    static PlainSummary read(ResultSet row) throws SQLException {
        return new PlainSummary(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                JdbcPeer.number(row, 8),
                JdbcPeer.number(row, 9),
                JdbcPeer.texts(row.getString(10)),
                JdbcPeer.number(row, 11),
                JdbcPeer.number(row, 12),
                row.getLong(13),
                JdbcPeer.number(row, 14),
                JdbcPeer.number(row, 15),
                JdbcPeer.number(row, 16),
                row.getLong(17),
                row.getLong(18),
                row.getLong(19),
                row.getLong(20),
                row.getLong(21),
                row.getLong(22),
                row.getLong(23));
    }

    void fold(Checksum sum) {
        sum.number(id).text(key).text(title).text(status).number(priority).texts(labels);
        sum.number(updatedAt).number(version);
        sum.number(taskCount).number(openTaskCount).number(blockerCount).number(claimed);
    }
}
