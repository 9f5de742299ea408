-- U3: takes back V3.

DROP TRIGGER queues_queue_items_uncounted;

DROP TRIGGER queue_items_uncounted;

DROP TRIGGER queue_items_recounted;

DROP TRIGGER queue_items_counted;

DROP VIEW project_counts_source;

CREATE TABLE new_queues (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key TEXT NOT NULL,
    description TEXT CHECK (length(description) BETWEEN 1 AND 5000),
    max_parallel INTEGER NOT NULL CHECK (max_parallel BETWEEN 1 AND 10000),
    lease_seconds INTEGER NOT NULL CHECK (lease_seconds BETWEEN 5 AND 86400),
    max_attempts INTEGER NOT NULL CHECK (max_attempts BETWEEN 1 AND 100),
    max_stalls INTEGER NOT NULL CHECK (max_stalls BETWEEN 1 AND 100),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

INSERT INTO new_queues (id, project_id, name, name_key, description, max_parallel, lease_seconds, max_attempts, max_stalls, active, version, created_at, updated_at, archived_at, deleted_at, deletion_id)
SELECT id, project_id, name, name_key, description, max_parallel, lease_seconds, max_attempts, max_stalls, active, version, created_at, updated_at, archived_at, deleted_at, deletion_id
  FROM queues;

DROP TABLE queues;

ALTER TABLE new_queues RENAME TO queues;

CREATE INDEX queues_project ON queues (project_id, updated_at, id);

CREATE UNIQUE INDEX queues_live_name ON queues (project_id, name_key) WHERE deleted_at IS NULL;

CREATE INDEX queues_deletion ON queues (deletion_id) WHERE deletion_id IS NOT NULL;

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
