-- U2: takes back V2.

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

DROP TABLE import_stagings;
