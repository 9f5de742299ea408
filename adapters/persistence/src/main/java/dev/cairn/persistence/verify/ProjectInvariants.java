package dev.cairn.persistence.verify;

import dev.cairn.persistence.verify.Invariant.NoRows;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The invariants of projects, of what is deleted with them, and of numbers and counts in them. */
final class ProjectInvariants {
    static final List<Invariant> ALL = List.of(
            new NoRows("project_has_its_owner", "R21", "project", "has no member who is its owner, the user %s", """
                    SELECT p.id, p.owner_id AS other FROM projects p
                     WHERE NOT EXISTS (SELECT 1 FROM project_members m
                                        WHERE m.project_id = p.id AND m.user_id = p.owner_id AND m.role = 'OWNER')
                    """),
            new NoRows("project_has_its_default_channel", "R40", "project", "lives without its default channel", """
                    SELECT p.id, p.owner_id AS other FROM projects p
                     WHERE p.deleted_at IS NULL
                       AND NOT EXISTS (SELECT 1 FROM conversations c
                                        WHERE c.project_id = p.id AND c.is_default AND c.kind = 'CHANNEL'
                                          AND c.archived_at IS NULL AND c.deleted_at IS NULL)
                    """),
            new NoRows(
                    "nothing_outlives_its_project",
                    "R22",
                    "ticket, queue, artifact or conversation",
                    "lives in the deleted project %s",
                    Stream.of("tickets", "queues", "artifacts", "conversations")
                            .map("""
                                    SELECT o.id, p.id AS other FROM %s o JOIN projects p ON p.id = o.project_id
                                     WHERE o.deleted_at IS NULL AND p.deleted_at IS NOT NULL
                                    """::formatted)
                            .collect(Collectors.joining("UNION ALL\n"))),
            new NoRows(
                    "nothing_outlives_its_ticket",
                    "R5",
                    "task or comment",
                    "lives below the deleted ticket %s",
                    Stream.of("tasks", "comments").map("""
                                    SELECT o.id, t.id AS other FROM %s o JOIN tickets t ON t.id = o.ticket_id
                                     WHERE o.deleted_at IS NULL AND t.deleted_at IS NOT NULL
                                    """::formatted).collect(Collectors.joining("UNION ALL\n"))),
            new NoRows(
                    "what_is_deleted_names_its_deletion",
                    "R5",
                    "row",
                    "has the time of a deletion without its id, or its id, %s, without the time",
                    Stream.of(
                                    "projects",
                                    "tickets",
                                    "tasks",
                                    "comments",
                                    "queues",
                                    "artifacts",
                                    "conversations",
                                    "users")
                            .map("""
                                    SELECT o.id, o.deletion_id AS other FROM %s o
                                     WHERE (o.deleted_at IS NULL) <> (o.deletion_id IS NULL)
                                    """::formatted)
                            .collect(Collectors.joining("UNION ALL\n"))),
            new NoRows(
                    "one_deletion_has_one_time",
                    "R5",
                    "ticket, queue, artifact, conversation, task or comment",
                    "went with the deletion %s of its project or ticket, at another time",
                    Stream.concat(
                                    Stream.of("tickets", "queues", "artifacts", "conversations")
                                            .map("""
                                                    SELECT o.id, o.deletion_id AS other
                                                      FROM projects p JOIN %s o ON o.deletion_id = p.deletion_id
                                                     WHERE p.deletion_id IS NOT NULL AND o.deleted_at <> p.deleted_at
                                                    """::formatted),
                                    Stream.of("tasks", "comments").map("""
                                                    SELECT o.id, o.deletion_id AS other
                                                      FROM tickets t JOIN %s o ON o.deletion_id = t.deletion_id
                                                     WHERE t.deletion_id IS NOT NULL AND o.deleted_at <> t.deleted_at
                                                    """::formatted))
                            .collect(Collectors.joining("UNION ALL\n"))),
            new NoRows(
                    "artifact_is_its_newest_revision",
                    "R26",
                    "artifact",
                    "has no revision with its number and hash, or one beyond it",
                    """
                    SELECT a.id, a.project_id AS other FROM artifacts a
                     WHERE NOT EXISTS (SELECT 1 FROM artifact_revisions r
                                        WHERE r.artifact_id = a.id AND r.revision = a.revision AND r.sha256 = a.sha256)
                        OR EXISTS (SELECT 1 FROM artifact_revisions r WHERE r.artifact_id = a.id AND r.revision > a.revision)
                    """));

    /** The invariant of kept counts, which only SQLite has; PostgreSQL counts when asked. */
    static final Invariant COUNTS =
            new NoRows("kept_counts_are_right", "R23", "project", "has counts that are not what is counted anew", """
            SELECT s.project_id AS id, s.project_id AS other
              FROM project_counts_source s LEFT JOIN project_counts c ON c.project_id = s.project_id AND c.kind = s.kind
             WHERE c.n IS NULL OR c.n <> s.n
            UNION
            SELECT c.project_id AS id, c.project_id AS other
              FROM project_counts c LEFT JOIN project_counts_source s ON s.project_id = c.project_id AND s.kind = c.kind
             WHERE c.n <> 0 AND s.n IS NULL
            """);

    private ProjectInvariants() {}
}
