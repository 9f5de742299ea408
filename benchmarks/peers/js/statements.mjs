// The SQL of all peers that write SQL themselves: Bun, Node, C and plain JDBC. Marks are bound by position.

const ticketColumns = [
  'id', 'project_id', 'number', 'key', 'type', 'title', 'overview', 'status', 'priority', 'assignee_id', 'parent_id',
  'labels', 'acceptance_criteria', 'suggested_file_ids', 'suggested_agent_ids', 'suggested_prompt_ids',
  'estimated_minutes', 'due_at', 'position', 'metadata', 'started_at', 'completed_at', 'version', 'created_at',
  'updated_at', 'archived_at', 'deleted_at', 'deletion_id',
]
const taskColumns = [
  'id', 'ticket_id', 'content', 'description', 'status', 'order_index', 'estimated_minutes', 'assignee_id', 'labels',
  'created_at', 'updated_at',
]
const summaryColumns = [
  'id', 'project_id', 'key', 'type', 'title', 'status', 'priority', 'assignee_id', 'parent_id', 'labels',
  'estimated_minutes', 'due_at', 'position', 'started_at', 'completed_at', 'archived_at', 'created_at', 'updated_at',
  'version', 'task_count', 'open_task_count', 'blocker_count', 'claimed',
]
const ticket = ticketColumns.join(', ')
const marks = ticketColumns.map(() => '?').join(', ')
const newest = `SELECT ${ticket} FROM tickets WHERE project_id = ? AND deleted_at IS NULL AND archived_at IS NULL
  ORDER BY created_at DESC, id DESC LIMIT 50`

/** Whether item i is to be left alone: a group's head, or its ticket or task waits for something (Q2). */
const blocked = `EXISTS (SELECT 1 FROM queue_items g WHERE g.group_id = i.id)
  OR EXISTS (SELECT 1 FROM tickets t
              WHERE t.id = coalesce(i.ticket_id, (SELECT k.ticket_id FROM tasks k WHERE k.id = i.task_id))
                AND (t.status = 'BLOCKED' OR EXISTS (
                     SELECT 1 FROM ticket_links l JOIN tickets b ON b.id = l.from_id
                      WHERE l.to_id = t.id AND l.kind = 'BLOCKS'
                        AND b.status NOT IN ('COMPLETED', 'CLOSED') AND b.deleted_at IS NULL)))
  OR EXISTS (SELECT 1 FROM task_dependencies d JOIN tasks o ON o.id = d.depends_on_id
              WHERE d.task_id = i.task_id AND o.status NOT IN ('COMPLETED', 'CANCELLED') AND o.deleted_at IS NULL)`

/**
 * The next item in claim order; marks: queue, now, now, now. Without the cast, SQLite compiles the statement again at
 * each binding through the drivers of Bun and Node, which costs them 30 to 45 us.
 */
export const nextItem = `SELECT i.id FROM queue_items i
 WHERE i.queue_id = CAST(? AS INTEGER) AND i.status IN ('READY', 'CLAIMED') AND i.run_at <= ?
   AND (i.status = 'READY' OR (i.lease_until <= ?
        AND i.stalls + 1 < (SELECT s.max_stalls FROM queues s WHERE s.id = i.queue_id)))
   AND EXISTS (SELECT 1 FROM queues q JOIN projects p ON p.id = q.project_id
                WHERE q.id = i.queue_id AND q.active AND q.deleted_at IS NULL
                  AND p.archived_at IS NULL AND p.deleted_at IS NULL
                  AND (SELECT count(*) FROM queue_items c
                        WHERE c.queue_id = q.id AND c.status = 'CLAIMED' AND c.lease_until > ?) < q.max_parallel)
   AND NOT (${blocked})
 ORDER BY i.priority DESC, i.position, i.enqueued_at, i.id LIMIT 1`

export const pragmas = 'journal_mode = WAL;foreign_keys = ON;cache_size = -16000;temp_store = MEMORY;mmap_size = 0;'
  + 'wal_autocheckpoint = 1000'

/** A word in the titles of tickets: the scope is part of Cairn's index. */
export const match = 'scope : ("ticket") AND title : ("%s")'

export const sql = {
  begin: 'BEGIN IMMEDIATE',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  ticket_by_id: `SELECT ${ticket} FROM tickets WHERE id = ? AND deleted_at IS NULL`,
  tasks_of_ticket: `SELECT ${taskColumns.map(c => `${c} AS task_${c}`).join(', ')}
    FROM tasks WHERE ticket_id = ? AND deleted_at IS NULL ORDER BY order_index, id`,
  next_number: `UPDATE projects SET next_ticket_number = next_ticket_number + 1 WHERE id = ?
    RETURNING key, next_ticket_number - 1 AS number`,
  insert_entry: `INSERT INTO activity
      (type, actor_id, actor_name, project_id, subject_type, subject_id, version, data, at)
    VALUES ('ticket.created', ?, ?, ?, 'ticket', ?, 0, ?, ?)`,
  insert_ticket: `INSERT INTO tickets (${ticket}) VALUES (${marks}) RETURNING ${ticket}`,
  insert_ticket_silently: `INSERT INTO tickets (${ticket}) VALUES (${marks})`,
  read_1000: `SELECT ${ticket} FROM tickets WHERE project_id = ? AND number > ? AND deleted_at IS NULL
    ORDER BY number LIMIT 1000`,
  newest_50: newest,
  newest_50_counts: newest.replace(ticket, summaryColumns.join(', ')).replace('FROM tickets', 'FROM ticket_summaries'),
  page_50_tasks: `SELECT ${ticketColumns.map(c => 't.' + c).join(', ')}, ${taskColumns.map(c => `k.${c} AS task_${c}`).join(', ')}
    FROM (${newest}) t LEFT JOIN tasks k ON k.ticket_id = t.id AND k.deleted_at IS NULL
    ORDER BY t.created_at DESC, t.id DESC, k.order_index, k.id`,
  busiest_10: `SELECT p.id, p.key, p.name, count(*) AS tickets,
      (SELECT a.at FROM activity a WHERE a.project_id = p.id ORDER BY a.seq DESC LIMIT 1) AS last_activity_at
    FROM tickets t JOIN projects p ON p.id = t.project_id
    WHERE t.deleted_at IS NULL AND p.deleted_at IS NULL
    GROUP BY t.project_id ORDER BY tickets DESC, p.id LIMIT 10`,
  change_status: `UPDATE tickets SET status = ?, started_at = ?, completed_at = ?, updated_at = ?, version = version + 1
    WHERE id = ? AND version = ? RETURNING version`,
  claim_next: `UPDATE queue_items
      SET stalls = CASE WHEN status = 'CLAIMED' THEN stalls + 1 ELSE stalls END,
          status = 'CLAIMED', fencing_token = fencing_token + 1, claim_id = ?, lease_until = ?
    WHERE id = (${nextItem}) AND (status = 'READY' OR (status = 'CLAIMED' AND lease_until <= ?))
    RETURNING id, queue_id, ticket_id, task_id, group_id, status, priority, position, enqueued_at, run_at, attempts,
              stalls, fencing_token, claim_id, lease_until, finished_at, result, last_error, note`,
  put_back: `UPDATE queue_items SET status = 'READY', lease_until = NULL WHERE id = ?`,
  search_20: `SELECT f.rowid AS id, t.project_id, t.key, t.title,
           snippet(search_index, 1, '<mark>', '</mark>', '…', 24) AS snippet
    FROM search_index f CROSS JOIN tickets t ON t.id = f.rowid CROSS JOIN projects p ON p.id = t.project_id
    WHERE search_index MATCH ? AND t.deleted_at IS NULL AND p.deleted_at IS NULL
    ORDER BY f.rowid DESC LIMIT 20`,
}

export const columns = { ticket: ticketColumns, task: taskColumns, summary: summaryColumns }

/** The lines that the plan of all workers ends with. */
export function planLines() {
  const line = text => text.replace(/\s+/g, ' ')
  return [
    `pragmas ${pragmas}`,
    `match ${match}`,
    ...Object.entries(sql).map(([name, text]) => `sql.${name} ${line(text)}`),
  ]
}
