-- U2: takes back V2.

DROP VIEW project_counts;

DROP VIEW ticket_summaries;

ALTER TABLE queue_items DROP CONSTRAINT queue_items_releases_check;

DROP INDEX queue_claims_live;

ALTER TABLE queues DROP COLUMN feeds;

ALTER TABLE tickets DROP COLUMN search;

ALTER TABLE tickets DROP COLUMN search_beside;

ALTER TABLE tickets ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace((title || ' '::text) || overview, '[^a-zA-Z0-9\u0080-\U0010ffff]+'::text, ' '::text, 'g'::text))) STORED;

ALTER TABLE comments DROP COLUMN search;

ALTER TABLE comments DROP COLUMN search_beside;

ALTER TABLE comments ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace(content, '[^a-zA-Z0-9\u0080-\U0010ffff]+'::text, ' '::text, 'g'::text))) STORED;

ALTER TABLE tasks DROP COLUMN search;

ALTER TABLE tasks DROP COLUMN search_beside;

ALTER TABLE tasks ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace((content || ' '::text) || COALESCE(description, ''::text), '[^a-zA-Z0-9\u0080-\U0010ffff]+'::text, ' '::text, 'g'::text))) STORED;

ALTER TABLE aliases DROP COLUMN seen;

ALTER TABLE queue_items DROP COLUMN releases;

ALTER TABLE queue_items DROP COLUMN priority_set;

ALTER TABLE queue_items DROP COLUMN position_set;

DROP TABLE activity_base, import_stagings;

CREATE INDEX tickets_search ON tickets USING gin (search);

CREATE INDEX comments_search ON comments USING gin (search);

CREATE INDEX tasks_search ON tasks USING gin (search);

CREATE VIEW ticket_summaries AS
SELECT id,
    project_id,
    number,
    key,
    type,
    title,
    overview,
    status,
    priority,
    assignee_id,
    parent_id,
    labels,
    acceptance_criteria,
    suggested_file_ids,
    suggested_agent_ids,
    suggested_prompt_ids,
    estimated_minutes,
    due_at,
    "position",
    metadata,
    started_at,
    completed_at,
    version,
    created_at,
    updated_at,
    archived_at,
    deleted_at,
    deletion_id,
    ( SELECT count(*) AS count
           FROM tasks k
          WHERE k.ticket_id = t.id AND k.deleted_at IS NULL) AS task_count,
    ( SELECT count(*) AS count
           FROM tasks k
          WHERE k.ticket_id = t.id AND k.deleted_at IS NULL AND (k.status <> ALL (ARRAY['COMPLETED'::text, 'CANCELLED'::text]))) AS open_task_count,
    ( SELECT count(*) AS count
           FROM ticket_links l
             JOIN tickets b ON b.id = l.from_id
          WHERE l.to_id = t.id AND l.kind = 'BLOCKS'::text AND (b.status <> ALL (ARRAY['COMPLETED'::text, 'CLOSED'::text])) AND b.deleted_at IS NULL) AS blocker_count,
    (EXISTS ( SELECT 1
           FROM queue_items i
          WHERE i.ticket_id = t.id AND (i.status = ANY (ARRAY['READY'::text, 'CLAIMED'::text])) AND i.status = 'CLAIMED'::text)) AS claimed
   FROM tickets t;

CREATE VIEW project_counts AS
SELECT c.project_id,
    c.status AS kind,
    count(*) AS n
   FROM tickets c
  WHERE c.deleted_at IS NULL
  GROUP BY c.project_id, c.status
UNION ALL
 SELECT p.project_id,
    'OPEN_TASKS'::text AS kind,
    count(*) AS n
   FROM tasks c
     JOIN tickets p ON p.id = c.ticket_id
  WHERE c.deleted_at IS NULL AND (c.status = ANY (ARRAY['PENDING'::text, 'IN_PROGRESS'::text]))
  GROUP BY p.project_id, 'OPEN_TASKS'::text
UNION ALL
 SELECT p.project_id,
    'QUEUE_DEPTH'::text AS kind,
    count(*) AS n
   FROM queue_items c
     JOIN queues p ON p.id = c.queue_id
  WHERE c.status = ANY (ARRAY['READY'::text, 'CLAIMED'::text])
  GROUP BY p.project_id, 'QUEUE_DEPTH'::text;
