-- V2: generated from the rows; U2 takes it back.

DROP VIEW project_counts;

DROP VIEW ticket_summaries;

CREATE TABLE activity_base (
    id bigint PRIMARY KEY,
    base bigint NOT NULL,
    CHECK (id = 1)
);

CREATE TABLE import_stagings (
    id bigint PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    open_id bigint NOT NULL,
    other_id bigint NOT NULL,
    held_id bigint NOT NULL,
    committed boolean NOT NULL,
    beat_at timestamptz NOT NULL
);

CREATE INDEX import_stagings_project ON import_stagings (project_id);

ALTER TABLE queues ADD COLUMN feeds json;

ALTER TABLE tickets DROP COLUMN search;

ALTER TABLE tickets ADD COLUMN search_beside text COLLATE "C";

ALTER TABLE tickets ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace((((title || ' '::text) || overview) || ' '::text) || COALESCE(search_beside, ''::text), '[^a-zA-Z0-9\u0080-\U0010ffff]+'::text, ' '::text, 'g'::text))) STORED;

ALTER TABLE comments DROP COLUMN search;

ALTER TABLE comments ADD COLUMN search_beside text COLLATE "C";

ALTER TABLE comments ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace((content || ' '::text) || COALESCE(search_beside, ''::text), '[^a-zA-Z0-9\u0080-\U0010ffff]+'::text, ' '::text, 'g'::text))) STORED;

ALTER TABLE tasks DROP COLUMN search;

ALTER TABLE tasks ADD COLUMN search_beside text COLLATE "C";

ALTER TABLE tasks ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace((((content || ' '::text) || COALESCE(description, ''::text)) || ' '::text) || COALESCE(search_beside, ''::text), '[^a-zA-Z0-9\u0080-\U0010ffff]+'::text, ' '::text, 'g'::text))) STORED;

ALTER TABLE aliases ADD COLUMN seen json;

ALTER TABLE queue_items ADD COLUMN releases integer DEFAULT 0 NOT NULL;

ALTER TABLE queue_items ADD COLUMN priority_set boolean DEFAULT false NOT NULL;

ALTER TABLE queue_items ADD COLUMN position_set boolean DEFAULT false NOT NULL;

CREATE INDEX tickets_search ON tickets USING gin (search);

CREATE INDEX comments_search ON comments USING gin (search);

CREATE INDEX tasks_search ON tasks USING gin (search);

ALTER TABLE queue_items ADD CHECK (releases >= 0);

CREATE INDEX queue_claims_live ON queue_claims (claimed_at, id) WHERE ended_at IS NULL;

CREATE VIEW ticket_summaries AS
SELECT t.id, t.project_id, t.number, t.key, t.type, t.title, t.overview, t.status, t.priority, t.assignee_id,
       t.parent_id, t.labels, t.acceptance_criteria, t.suggested_file_ids, t.suggested_agent_ids,
       t.suggested_prompt_ids, t.estimated_minutes, t.due_at, t.position, t.metadata, t.started_at, t.completed_at,
       t.version, t.created_at, t.updated_at, t.archived_at, t.deleted_at, t.deletion_id, t.search_beside,
       (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL) AS task_count,
       (SELECT count(*) FROM tasks k
         WHERE k.ticket_id = t.id AND k.deleted_at IS NULL AND k.status NOT IN ('COMPLETED', 'CANCELLED'))
           AS open_task_count,
       (SELECT count(*) FROM ticket_links l JOIN tickets b ON b.id = l.from_id
         WHERE l.to_id = t.id AND l.kind = 'BLOCKS' AND b.status NOT IN ('COMPLETED', 'CLOSED')
           AND b.archived_at IS NULL AND b.deleted_at IS NULL) AS blocker_count,
       EXISTS (SELECT 1 FROM queue_items i
                WHERE i.ticket_id = t.id AND i.status IN ('READY', 'CLAIMED') AND i.status = 'CLAIMED') AS claimed
  FROM tickets t;

CREATE VIEW project_counts AS
SELECT c.project_id, c.status AS kind, count(*) AS n
  FROM tickets c
 WHERE c.deleted_at IS NULL
 GROUP BY 1, 2
UNION ALL
SELECT p.project_id, 'OPEN_TASKS' AS kind, count(*) AS n
  FROM tasks c JOIN tickets p ON p.id = c.ticket_id
 WHERE c.deleted_at IS NULL AND c.status IN ('PENDING', 'IN_PROGRESS')
 GROUP BY 1, 2
UNION ALL
SELECT p.project_id, 'QUEUE_DEPTH' AS kind, count(*) AS n
  FROM queue_items c JOIN queues p ON p.id = c.queue_id
 WHERE c.status IN ('READY', 'CLAIMED')
 GROUP BY 1, 2;
