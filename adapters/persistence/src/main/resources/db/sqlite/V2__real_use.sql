-- V2: generated from the rows; U2 takes it back.

DROP TRIGGER tasks_unindexed;

DROP TRIGGER tasks_reindexed;

DROP TRIGGER tasks_indexed;

DROP TRIGGER comments_unindexed;

DROP TRIGGER comments_reindexed;

DROP TRIGGER comments_indexed;

DROP TRIGGER tickets_unindexed;

DROP TRIGGER tickets_reindexed;

DROP TRIGGER tickets_indexed;

DROP TABLE search_index;

DROP VIEW search_source;

DROP VIEW ticket_summaries;

CREATE TABLE activity_base (
    id INTEGER PRIMARY KEY,
    base INTEGER NOT NULL,
    CHECK (id = 1)
) STRICT;

CREATE TABLE import_stagings (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    open_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    held_id INTEGER NOT NULL,
    committed INTEGER NOT NULL CHECK (committed IN (0, 1)),
    beat_at INTEGER NOT NULL
) STRICT;

CREATE INDEX import_stagings_project ON import_stagings (project_id);

ALTER TABLE queues ADD COLUMN feeds TEXT CHECK (json_valid(feeds));

ALTER TABLE tickets ADD COLUMN search_beside TEXT;

ALTER TABLE comments ADD COLUMN search_beside TEXT;

ALTER TABLE tasks ADD COLUMN search_beside TEXT;

ALTER TABLE aliases ADD COLUMN seen TEXT CHECK (json_valid(seen));

ALTER TABLE queue_items ADD COLUMN releases INTEGER NOT NULL DEFAULT 0 CHECK (releases >= 0);

ALTER TABLE queue_items ADD COLUMN priority_set INTEGER NOT NULL DEFAULT false CHECK (priority_set IN (0, 1));

ALTER TABLE queue_items ADD COLUMN position_set INTEGER NOT NULL DEFAULT false CHECK (position_set IN (0, 1));

CREATE INDEX queue_claims_live ON queue_claims (claimed_at, id) WHERE ended_at IS NULL;

CREATE VIEW ticket_summaries AS SELECT t.id, t.project_id, t.number, t.key, t.type, t.title, t.overview, t.status, t.priority, t.assignee_id, t.parent_id, t.labels, t.acceptance_criteria, t.suggested_file_ids, t.suggested_agent_ids, t.suggested_prompt_ids, t.estimated_minutes, t.due_at, t.position, t.metadata, t.started_at, t.completed_at, t.version, t.created_at, t.updated_at, t.archived_at, t.deleted_at, t.deletion_id, t.search_beside, (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL) AS task_count, (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL AND k.status NOT IN ('COMPLETED', 'CANCELLED')) AS open_task_count, (SELECT count(*) FROM ticket_links l JOIN tickets b ON b.id = l.from_id WHERE l.to_id = t.id AND l.kind = 'BLOCKS' AND b.status NOT IN ('COMPLETED', 'CLOSED') AND b.archived_at IS NULL AND b.deleted_at IS NULL) AS blocker_count, EXISTS (SELECT 1 FROM queue_items i WHERE i.ticket_id = t.id AND i.status IN ('READY', 'CLAIMED') AND i.status = 'CLAIMED') AS claimed FROM tickets t;

CREATE VIEW search_source AS SELECT c.id, s.scope, c.title AS title, c.overview AS body, coalesce(c.search_beside, '') AS beside FROM tickets c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, '' AS title, c.content AS body, coalesce(c.search_beside, '') AS beside FROM comments c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.content AS title, coalesce(c.description, '') AS body, coalesce(c.search_beside, '') AS beside FROM tasks c JOIN search_scopes s ON s.id = c.id;

CREATE VIRTUAL TABLE search_index USING fts5 (
    scope, title, body, beside, content = 'search_source', content_rowid = 'id', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER tickets_indexed AFTER INSERT ON tickets BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, 'p' || new.project_id || ' ticket');
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, new.title, new.overview, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER tickets_reindexed AFTER UPDATE OF title, overview, search_beside ON tickets
WHEN old.title IS NOT new.title OR old.overview IS NOT new.overview OR old.search_beside IS NOT new.search_beside BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, old.title, old.overview, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, new.title, new.overview, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER tickets_unindexed AFTER DELETE ON tickets BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, old.title, old.overview, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

CREATE TRIGGER comments_indexed AFTER INSERT ON comments BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, (SELECT 'p' || p.project_id || ' comment' FROM tickets p WHERE p.id = new.ticket_id));
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, '', new.content, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER comments_reindexed AFTER UPDATE OF content, search_beside ON comments
WHEN old.content IS NOT new.content OR old.search_beside IS NOT new.search_beside BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, '', old.content, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, '', new.content, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER comments_unindexed AFTER DELETE ON comments BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, '', old.content, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

CREATE TRIGGER tasks_indexed AFTER INSERT ON tasks BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, (SELECT 'p' || p.project_id || ' task' FROM tickets p WHERE p.id = new.ticket_id));
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, new.content, coalesce(new.description, ''), coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER tasks_reindexed AFTER UPDATE OF content, description, search_beside ON tasks
WHEN old.content IS NOT new.content OR old.description IS NOT new.description OR old.search_beside IS NOT new.search_beside BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, old.content, coalesce(old.description, ''), coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, new.content, coalesce(new.description, ''), coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER tasks_unindexed AFTER DELETE ON tasks BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, old.content, coalesce(old.description, ''), coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

DELETE FROM search_scopes;

INSERT INTO search_scopes (id, scope) SELECT id, scope FROM search_scopes_source;

INSERT INTO search_index (search_index) VALUES ('rebuild');
