-- U2: takes back V2.

DROP TRIGGER queues_queue_items_uncounted;

DROP TRIGGER queue_items_uncounted;

DROP TRIGGER queue_items_recounted;

DROP TRIGGER queue_items_counted;

DROP VIEW project_counts_source;

DROP VIEW ticket_summaries;

CREATE TABLE new_queue_items (
    id INTEGER PRIMARY KEY,
    queue_id INTEGER NOT NULL REFERENCES queues (id) ON DELETE CASCADE,
    ticket_id INTEGER REFERENCES tickets (id) ON DELETE CASCADE,
    task_id INTEGER REFERENCES tasks (id) ON DELETE CASCADE,
    group_id INTEGER REFERENCES queue_items (id) ON DELETE SET NULL,
    status TEXT NOT NULL CHECK (status IN ('READY', 'CLAIMED', 'COMPLETED', 'FAILED', 'CANCELLED')),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9007199254740991),
    enqueued_at INTEGER NOT NULL,
    run_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    stalls INTEGER NOT NULL CHECK (stalls >= 0),
    fencing_token INTEGER NOT NULL CHECK (fencing_token >= 0),
    claim_id INTEGER,
    lease_until INTEGER,
    finished_at INTEGER,
    result TEXT CHECK (json_valid(result)),
    last_error TEXT,
    note TEXT,
    CHECK ((ticket_id IS NULL) <> (task_id IS NULL)),
    CHECK (status <> 'CLAIMED' OR (claim_id IS NOT NULL AND lease_until IS NOT NULL))
) STRICT;

INSERT INTO new_queue_items (id, queue_id, ticket_id, task_id, group_id, status, priority, position, enqueued_at, run_at, attempts, stalls, fencing_token, claim_id, lease_until, finished_at, result, last_error, note)
SELECT id, queue_id, ticket_id, task_id, group_id, status, priority, position, enqueued_at, run_at, attempts, stalls, fencing_token, claim_id, lease_until, finished_at, result, last_error, note
  FROM queue_items;

DROP TABLE queue_items;

ALTER TABLE new_queue_items RENAME TO queue_items;

CREATE INDEX queue_items_claim_order ON queue_items (queue_id, priority DESC, position, enqueued_at, id) WHERE status IN ('READY', 'CLAIMED');

CREATE UNIQUE INDEX queue_items_live_ticket ON queue_items (ticket_id) WHERE status IN ('READY', 'CLAIMED');

CREATE UNIQUE INDEX queue_items_live_task ON queue_items (task_id) WHERE status IN ('READY', 'CLAIMED');

CREATE INDEX queue_items_queue ON queue_items (queue_id, status, priority DESC, position, enqueued_at, id);

CREATE INDEX queue_items_lease ON queue_items (lease_until, queue_id) WHERE status = 'CLAIMED';

CREATE INDEX queue_items_ticket ON queue_items (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX queue_items_task ON queue_items (task_id) WHERE task_id IS NOT NULL;

CREATE INDEX queue_items_group ON queue_items (group_id) WHERE group_id IS NOT NULL;

CREATE VIEW ticket_summaries AS SELECT t.id, t.project_id, t.number, t.key, t.type, t.title, t.overview, t.status, t.priority, t.assignee_id, t.parent_id, t.labels, t.acceptance_criteria, t.suggested_file_ids, t.suggested_agent_ids, t.suggested_prompt_ids, t.estimated_minutes, t.due_at, t.position, t.metadata, t.started_at, t.completed_at, t.version, t.created_at, t.updated_at, t.archived_at, t.deleted_at, t.deletion_id, (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL) AS task_count, (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL AND k.status NOT IN ('COMPLETED', 'CANCELLED')) AS open_task_count, (SELECT count(*) FROM ticket_links l JOIN tickets b ON b.id = l.from_id WHERE l.to_id = t.id AND l.kind = 'BLOCKS' AND b.status NOT IN ('COMPLETED', 'CLOSED') AND b.deleted_at IS NULL) AS blocker_count, EXISTS (SELECT 1 FROM queue_items i WHERE i.ticket_id = t.id AND i.status IN ('READY', 'CLAIMED') AND i.status = 'CLAIMED') AS claimed FROM tickets t;

CREATE VIEW project_counts_source AS SELECT c.project_id, c.status AS kind, count(*) AS n FROM tickets c WHERE c.deleted_at IS NULL GROUP BY 1, 2 UNION ALL SELECT p.project_id, 'OPEN_TASKS' AS kind, count(*) AS n FROM tasks c JOIN tickets p ON p.id = c.ticket_id WHERE c.deleted_at IS NULL AND c.status IN ('PENDING', 'IN_PROGRESS') GROUP BY 1, 2 UNION ALL SELECT p.project_id, 'QUEUE_DEPTH' AS kind, count(*) AS n FROM queue_items c JOIN queues p ON p.id = c.queue_id WHERE c.status IN ('READY', 'CLAIMED') GROUP BY 1, 2;

CREATE TRIGGER queue_items_counted AFTER INSERT ON queue_items WHEN new.status IN ('READY', 'CLAIMED') BEGIN
    INSERT INTO project_counts (project_id, kind, n)
    SELECT (SELECT p.project_id FROM queues p WHERE p.id = new.queue_id), 'QUEUE_DEPTH', 1 WHERE new.status IN ('READY', 'CLAIMED')
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER queue_items_recounted AFTER UPDATE OF queue_id, status ON queue_items
WHEN (old.status IN ('READY', 'CLAIMED')) <> (new.status IN ('READY', 'CLAIMED')) OR old.queue_id IS NOT new.queue_id BEGIN
    UPDATE project_counts SET n = n - 1
     WHERE project_id = (SELECT p.project_id FROM queues p WHERE p.id = old.queue_id) AND kind = 'QUEUE_DEPTH' AND old.status IN ('READY', 'CLAIMED');
    INSERT INTO project_counts (project_id, kind, n)
    SELECT (SELECT p.project_id FROM queues p WHERE p.id = new.queue_id), 'QUEUE_DEPTH', 1 WHERE new.status IN ('READY', 'CLAIMED')
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER queue_items_uncounted AFTER DELETE ON queue_items WHEN old.status IN ('READY', 'CLAIMED') BEGIN
    UPDATE project_counts SET n = n - 1
     WHERE project_id = (SELECT p.project_id FROM queues p WHERE p.id = old.queue_id) AND kind = 'QUEUE_DEPTH' AND old.status IN ('READY', 'CLAIMED');
END;

CREATE TRIGGER queues_queue_items_uncounted BEFORE DELETE ON queues BEGIN
    UPDATE project_counts
       SET n = n - (SELECT count(*) FROM queue_items c WHERE c.queue_id = old.id AND c.status IN ('READY', 'CLAIMED'))
     WHERE project_id = old.project_id AND kind = 'QUEUE_DEPTH';
END;
