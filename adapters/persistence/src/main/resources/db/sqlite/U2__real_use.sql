-- U2: takes back V2.

DROP TRIGGER tasks_unindexed;

DROP TRIGGER tasks_reindexed;

DROP TRIGGER tasks_indexed;

DROP TRIGGER comments_unindexed;

DROP TRIGGER comments_reindexed;

DROP TRIGGER comments_indexed;

DROP TRIGGER tickets_unindexed;

DROP TRIGGER tickets_reindexed;

DROP TRIGGER tickets_indexed;

DROP TRIGGER queues_queue_items_uncounted;

DROP TRIGGER queue_items_uncounted;

DROP TRIGGER queue_items_recounted;

DROP TRIGGER queue_items_counted;

DROP TRIGGER tickets_tasks_uncounted;

DROP TRIGGER tasks_uncounted;

DROP TRIGGER tasks_recounted;

DROP TRIGGER tasks_counted;

DROP TRIGGER tickets_uncounted;

DROP TRIGGER tickets_recounted;

DROP TRIGGER tickets_counted;

DROP TABLE search_index;

DROP VIEW search_source;

DROP VIEW search_scopes_source;

DROP VIEW project_counts_source;

DROP VIEW ticket_summaries;

DROP INDEX queue_claims_live;

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

CREATE TABLE new_tickets (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    key TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('TASK', 'BUG', 'FEATURE', 'IMPROVEMENT', 'STORY', 'EPIC')),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    overview TEXT NOT NULL CHECK (length(overview) <= 50000),
    status TEXT NOT NULL CHECK (status IN ('OPEN', 'IN_PROGRESS', 'REVIEW', 'BLOCKED', 'COMPLETED', 'CLOSED')),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
    assignee_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    parent_id INTEGER REFERENCES tickets (id) ON DELETE SET NULL,
    labels TEXT NOT NULL CHECK (json_valid(labels)),
    acceptance_criteria TEXT NOT NULL CHECK (json_valid(acceptance_criteria)),
    suggested_file_ids TEXT NOT NULL CHECK (json_valid(suggested_file_ids)),
    suggested_agent_ids TEXT NOT NULL CHECK (json_valid(suggested_agent_ids)),
    suggested_prompt_ids TEXT NOT NULL CHECK (json_valid(suggested_prompt_ids)),
    estimated_minutes INTEGER CHECK (estimated_minutes BETWEEN 0 AND 1000000),
    due_at INTEGER,
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9007199254740991),
    metadata TEXT NOT NULL CHECK (json_valid(metadata)),
    started_at INTEGER,
    completed_at INTEGER,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

INSERT INTO new_tickets (id, project_id, number, key, type, title, overview, status, priority, assignee_id, parent_id, labels, acceptance_criteria, suggested_file_ids, suggested_agent_ids, suggested_prompt_ids, estimated_minutes, due_at, position, metadata, started_at, completed_at, version, created_at, updated_at, archived_at, deleted_at, deletion_id)
SELECT id, project_id, number, key, type, title, overview, status, priority, assignee_id, parent_id, labels, acceptance_criteria, suggested_file_ids, suggested_agent_ids, suggested_prompt_ids, estimated_minutes, due_at, position, metadata, started_at, completed_at, version, created_at, updated_at, archived_at, deleted_at, deletion_id
  FROM tickets;

DROP TABLE tickets;

ALTER TABLE new_tickets RENAME TO tickets;

CREATE UNIQUE INDEX tickets_key ON tickets (key);

CREATE UNIQUE INDEX tickets_number ON tickets (project_id, number);

CREATE INDEX tickets_updated ON tickets (project_id, updated_at, id);

CREATE INDEX tickets_created ON tickets (project_id, created_at, id);

CREATE INDEX tickets_claim_order ON tickets (project_id, priority DESC, position, created_at, id) WHERE deleted_at IS NULL;

CREATE INDEX tickets_ready ON tickets (project_id, priority DESC, position, created_at, id) WHERE status = 'OPEN' AND archived_at IS NULL AND deleted_at IS NULL;

CREATE INDEX tickets_deletion ON tickets (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX tickets_assignee ON tickets (assignee_id) WHERE assignee_id IS NOT NULL;

CREATE INDEX tickets_parent ON tickets (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE new_comments (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    author_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    author_name TEXT NOT NULL CHECK (length(author_name) BETWEEN 1 AND 100),
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 10000),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    edited_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

INSERT INTO new_comments (id, ticket_id, author_id, author_name, content, created_at, updated_at, edited_at, deleted_at, deletion_id)
SELECT id, ticket_id, author_id, author_name, content, created_at, updated_at, edited_at, deleted_at, deletion_id
  FROM comments;

DROP TABLE comments;

ALTER TABLE new_comments RENAME TO comments;

CREATE INDEX comments_thread ON comments (ticket_id, created_at, id);

CREATE INDEX comments_deletion ON comments (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX comments_author ON comments (author_id) WHERE author_id IS NOT NULL;

CREATE TABLE new_tasks (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 2000),
    description TEXT CHECK (length(description) BETWEEN 1 AND 50000),
    status TEXT NOT NULL CHECK (status IN ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED')),
    order_index INTEGER NOT NULL CHECK (order_index >= 0),
    estimated_minutes INTEGER CHECK (estimated_minutes BETWEEN 0 AND 1000000),
    assignee_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    labels TEXT NOT NULL CHECK (json_valid(labels)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

INSERT INTO new_tasks (id, ticket_id, content, description, status, order_index, estimated_minutes, assignee_id, labels, created_at, updated_at, deleted_at, deletion_id)
SELECT id, ticket_id, content, description, status, order_index, estimated_minutes, assignee_id, labels, created_at, updated_at, deleted_at, deletion_id
  FROM tasks;

DROP TABLE tasks;

ALTER TABLE new_tasks RENAME TO tasks;

CREATE INDEX tasks_order ON tasks (ticket_id, order_index, id, deleted_at, status);

CREATE INDEX tasks_deletion ON tasks (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX tasks_assignee ON tasks (assignee_id) WHERE assignee_id IS NOT NULL;

CREATE TABLE new_aliases (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    external_id TEXT NOT NULL CHECK (length(external_id) <= 300),
    ticket_id INTEGER REFERENCES tickets (id) ON DELETE CASCADE,
    task_id INTEGER REFERENCES tasks (id) ON DELETE CASCADE,
    comment_id INTEGER REFERENCES comments (id) ON DELETE CASCADE,
    CHECK (CASE WHEN ticket_id IS NULL THEN 0 ELSE 1 END + CASE WHEN task_id IS NULL THEN 0 ELSE 1 END + CASE WHEN comment_id IS NULL THEN 0 ELSE 1 END = 1)
) STRICT;

INSERT INTO new_aliases (id, project_id, source, external_id, ticket_id, task_id, comment_id)
SELECT id, project_id, source, external_id, ticket_id, task_id, comment_id
  FROM aliases;

DROP TABLE aliases;

ALTER TABLE new_aliases RENAME TO aliases;

CREATE UNIQUE INDEX aliases_external ON aliases (project_id, source, external_id);

CREATE INDEX aliases_ticket ON aliases (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX aliases_task ON aliases (task_id) WHERE task_id IS NOT NULL;

CREATE INDEX aliases_comment ON aliases (comment_id) WHERE comment_id IS NOT NULL;

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

DROP TABLE import_stagings;

DROP TABLE activity_base;

CREATE VIEW ticket_summaries AS SELECT t.id, t.project_id, t.number, t.key, t.type, t.title, t.overview, t.status, t.priority, t.assignee_id, t.parent_id, t.labels, t.acceptance_criteria, t.suggested_file_ids, t.suggested_agent_ids, t.suggested_prompt_ids, t.estimated_minutes, t.due_at, t.position, t.metadata, t.started_at, t.completed_at, t.version, t.created_at, t.updated_at, t.archived_at, t.deleted_at, t.deletion_id, (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL) AS task_count, (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL AND k.status NOT IN ('COMPLETED', 'CANCELLED')) AS open_task_count, (SELECT count(*) FROM ticket_links l JOIN tickets b ON b.id = l.from_id WHERE l.to_id = t.id AND l.kind = 'BLOCKS' AND b.status NOT IN ('COMPLETED', 'CLOSED') AND b.deleted_at IS NULL) AS blocker_count, EXISTS (SELECT 1 FROM queue_items i WHERE i.ticket_id = t.id AND i.status IN ('READY', 'CLAIMED') AND i.status = 'CLAIMED') AS claimed FROM tickets t;

CREATE VIEW project_counts_source AS SELECT c.project_id, c.status AS kind, count(*) AS n FROM tickets c WHERE c.deleted_at IS NULL GROUP BY 1, 2 UNION ALL SELECT p.project_id, 'OPEN_TASKS' AS kind, count(*) AS n FROM tasks c JOIN tickets p ON p.id = c.ticket_id WHERE c.deleted_at IS NULL AND c.status IN ('PENDING', 'IN_PROGRESS') GROUP BY 1, 2 UNION ALL SELECT p.project_id, 'QUEUE_DEPTH' AS kind, count(*) AS n FROM queue_items c JOIN queues p ON p.id = c.queue_id WHERE c.status IN ('READY', 'CLAIMED') GROUP BY 1, 2;

CREATE VIEW search_scopes_source AS SELECT c.id, 'p' || c.project_id || ' ticket' AS scope FROM tickets c UNION ALL SELECT c.id, (SELECT 'p' || p.project_id || ' comment' FROM tickets p WHERE p.id = c.ticket_id) AS scope FROM comments c UNION ALL SELECT c.id, (SELECT 'p' || p.project_id || ' task' FROM tickets p WHERE p.id = c.ticket_id) AS scope FROM tasks c;

CREATE VIEW search_source AS SELECT c.id, s.scope, c.title AS title, c.overview AS body FROM tickets c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, '' AS title, c.content AS body FROM comments c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.content AS title, coalesce(c.description, '') AS body FROM tasks c JOIN search_scopes s ON s.id = c.id;

CREATE VIRTUAL TABLE search_index USING fts5 (
    scope, title, body, content = 'search_source', content_rowid = 'id', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER tickets_counted AFTER INSERT ON tickets WHEN new.deleted_at IS NULL BEGIN
    INSERT INTO project_counts (project_id, kind, n)
    SELECT new.project_id, new.status, 1 WHERE new.deleted_at IS NULL
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER tickets_recounted AFTER UPDATE OF deleted_at, project_id, status ON tickets
WHEN (old.deleted_at IS NULL) <> (new.deleted_at IS NULL) OR old.project_id IS NOT new.project_id OR old.status IS NOT new.status BEGIN
    UPDATE project_counts SET n = n - 1
     WHERE project_id = old.project_id AND kind = old.status AND old.deleted_at IS NULL;
    INSERT INTO project_counts (project_id, kind, n)
    SELECT new.project_id, new.status, 1 WHERE new.deleted_at IS NULL
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER tickets_uncounted AFTER DELETE ON tickets WHEN old.deleted_at IS NULL BEGIN
    UPDATE project_counts SET n = n - 1
     WHERE project_id = old.project_id AND kind = old.status AND old.deleted_at IS NULL;
END;

CREATE TRIGGER tasks_counted AFTER INSERT ON tasks WHEN new.deleted_at IS NULL AND new.status IN ('PENDING', 'IN_PROGRESS') BEGIN
    INSERT INTO project_counts (project_id, kind, n)
    SELECT (SELECT p.project_id FROM tickets p WHERE p.id = new.ticket_id), 'OPEN_TASKS', 1 WHERE new.deleted_at IS NULL AND new.status IN ('PENDING', 'IN_PROGRESS')
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER tasks_recounted AFTER UPDATE OF deleted_at, status, ticket_id ON tasks
WHEN (old.deleted_at IS NULL AND old.status IN ('PENDING', 'IN_PROGRESS')) <> (new.deleted_at IS NULL AND new.status IN ('PENDING', 'IN_PROGRESS')) OR old.ticket_id IS NOT new.ticket_id BEGIN
    UPDATE project_counts SET n = n - 1
     WHERE project_id = (SELECT p.project_id FROM tickets p WHERE p.id = old.ticket_id) AND kind = 'OPEN_TASKS' AND old.deleted_at IS NULL AND old.status IN ('PENDING', 'IN_PROGRESS');
    INSERT INTO project_counts (project_id, kind, n)
    SELECT (SELECT p.project_id FROM tickets p WHERE p.id = new.ticket_id), 'OPEN_TASKS', 1 WHERE new.deleted_at IS NULL AND new.status IN ('PENDING', 'IN_PROGRESS')
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER tasks_uncounted AFTER DELETE ON tasks WHEN old.deleted_at IS NULL AND old.status IN ('PENDING', 'IN_PROGRESS') BEGIN
    UPDATE project_counts SET n = n - 1
     WHERE project_id = (SELECT p.project_id FROM tickets p WHERE p.id = old.ticket_id) AND kind = 'OPEN_TASKS' AND old.deleted_at IS NULL AND old.status IN ('PENDING', 'IN_PROGRESS');
END;

CREATE TRIGGER tickets_tasks_uncounted BEFORE DELETE ON tickets BEGIN
    UPDATE project_counts
       SET n = n - (SELECT count(*) FROM tasks c WHERE c.ticket_id = old.id AND c.deleted_at IS NULL AND c.status IN ('PENDING', 'IN_PROGRESS'))
     WHERE project_id = old.project_id AND kind = 'OPEN_TASKS';
END;

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

CREATE TRIGGER tickets_indexed AFTER INSERT ON tickets BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, 'p' || new.project_id || ' ticket');
    INSERT INTO search_index (rowid, scope, title, body)
    SELECT new.id, s.scope, new.title, new.overview FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER tickets_reindexed AFTER UPDATE OF title, overview ON tickets
WHEN old.title IS NOT new.title OR old.overview IS NOT new.overview BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body)
    SELECT 'delete', old.id, s.scope, old.title, old.overview FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body)
    SELECT new.id, s.scope, new.title, new.overview FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER tickets_unindexed AFTER DELETE ON tickets BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body)
    SELECT 'delete', old.id, s.scope, old.title, old.overview FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

CREATE TRIGGER comments_indexed AFTER INSERT ON comments BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, (SELECT 'p' || p.project_id || ' comment' FROM tickets p WHERE p.id = new.ticket_id));
    INSERT INTO search_index (rowid, scope, title, body)
    SELECT new.id, s.scope, '', new.content FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER comments_reindexed AFTER UPDATE OF content ON comments
WHEN old.content IS NOT new.content BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body)
    SELECT 'delete', old.id, s.scope, '', old.content FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body)
    SELECT new.id, s.scope, '', new.content FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER comments_unindexed AFTER DELETE ON comments BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body)
    SELECT 'delete', old.id, s.scope, '', old.content FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

CREATE TRIGGER tasks_indexed AFTER INSERT ON tasks BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, (SELECT 'p' || p.project_id || ' task' FROM tickets p WHERE p.id = new.ticket_id));
    INSERT INTO search_index (rowid, scope, title, body)
    SELECT new.id, s.scope, new.content, coalesce(new.description, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER tasks_reindexed AFTER UPDATE OF content, description ON tasks
WHEN old.content IS NOT new.content OR old.description IS NOT new.description BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body)
    SELECT 'delete', old.id, s.scope, old.content, coalesce(old.description, '') FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body)
    SELECT new.id, s.scope, new.content, coalesce(new.description, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER tasks_unindexed AFTER DELETE ON tasks BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body)
    SELECT 'delete', old.id, s.scope, old.content, coalesce(old.description, '') FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

DELETE FROM search_scopes;

INSERT INTO search_scopes (id, scope) SELECT id, scope FROM search_scopes_source;

INSERT INTO search_index (search_index) VALUES ('rebuild');
