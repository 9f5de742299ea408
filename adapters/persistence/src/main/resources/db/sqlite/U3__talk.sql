-- U3: takes back V3.

DROP TRIGGER messages_unindexed;

DROP TRIGGER messages_reindexed;

DROP TRIGGER messages_indexed;

DROP VIEW search_source;

DROP VIEW search_scopes_source;

CREATE TABLE new_activity (
    seq INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    actor_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    actor_name TEXT NOT NULL,
    project_id INTEGER REFERENCES projects (id) ON DELETE SET NULL,
    subject_type TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    version INTEGER,
    before TEXT CHECK (json_valid(before)),
    after TEXT CHECK (json_valid(after)),
    data TEXT NOT NULL CHECK (json_valid(data)),
    at INTEGER NOT NULL,
    CHECK (type LIKE '%_._%')
) STRICT;

INSERT INTO new_activity (seq, type, actor_id, actor_name, project_id, subject_type, subject_id, version, before, after, data, at)
SELECT seq, type, actor_id, actor_name, project_id, subject_type, subject_id, version, before, after, data, at
  FROM activity;

DROP TABLE activity;

ALTER TABLE new_activity RENAME TO activity;

CREATE INDEX activity_project ON activity (project_id, seq) WHERE project_id IS NOT NULL;

CREATE INDEX activity_actor ON activity (actor_id, seq) WHERE actor_id IS NOT NULL;

CREATE INDEX activity_subject ON activity (subject_id, seq);

CREATE TABLE new_conversations (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('CHANNEL', 'CHAT')),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    title_key TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('GENERAL', 'INTAKE')),
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    next_seq INTEGER NOT NULL CHECK (next_seq >= 1),
    last_message_at INTEGER,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

INSERT INTO new_conversations (id, project_id, owner_id, kind, title, title_key, purpose, is_default, next_seq, last_message_at, version, created_at, updated_at, archived_at, deleted_at, deletion_id)
SELECT id, project_id, owner_id, kind, title, title_key, purpose, is_default, next_seq, last_message_at, version, created_at, updated_at, archived_at, deleted_at, deletion_id
  FROM conversations;

DROP TABLE conversations;

ALTER TABLE new_conversations RENAME TO conversations;

CREATE INDEX conversations_project ON conversations (project_id, updated_at, id);

CREATE UNIQUE INDEX conversations_live_channel ON conversations (project_id, title_key) WHERE kind = 'CHANNEL' AND deleted_at IS NULL;

CREATE UNIQUE INDEX conversations_default ON conversations (project_id) WHERE is_default;

CREATE INDEX conversations_deletion ON conversations (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX conversations_owner ON conversations (owner_id);

CREATE TABLE new_messages (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    author_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    author_name TEXT CHECK (length(author_name) BETWEEN 1 AND 100),
    role TEXT NOT NULL CHECK (role IN ('USER', 'ASSISTANT', 'SYSTEM', 'TOOL')),
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 100000),
    created_at INTEGER NOT NULL
) STRICT;

INSERT INTO new_messages (id, conversation_id, seq, author_id, author_name, role, content, created_at)
SELECT id, conversation_id, seq, author_id, author_name, role, content, created_at
  FROM messages;

DROP TABLE messages;

ALTER TABLE new_messages RENAME TO messages;

CREATE UNIQUE INDEX messages_seq ON messages (conversation_id, seq);

CREATE INDEX messages_author ON messages (author_id) WHERE author_id IS NOT NULL;

DROP TABLE memory_relations;

DROP TABLE memories;

DROP TABLE agent_runs;

DROP TABLE agents;

DROP TABLE providers;

DROP TABLE participants;

DROP TABLE jobs;

CREATE VIEW search_scopes_source AS SELECT c.id, 'p' || c.project_id || ' ticket' AS scope FROM tickets c UNION ALL SELECT c.id, (SELECT 'p' || p.project_id || ' comment' FROM tickets p WHERE p.id = c.ticket_id) AS scope FROM comments c UNION ALL SELECT c.id, (SELECT 'p' || p.project_id || ' task' FROM tickets p WHERE p.id = c.ticket_id) AS scope FROM tasks c;

CREATE VIEW search_source AS SELECT c.id, s.scope, c.title AS title, c.overview AS body, coalesce(c.search_beside, '') AS beside FROM tickets c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, '' AS title, c.content AS body, coalesce(c.search_beside, '') AS beside FROM comments c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.content AS title, coalesce(c.description, '') AS body, coalesce(c.search_beside, '') AS beside FROM tasks c JOIN search_scopes s ON s.id = c.id;

DELETE FROM search_scopes;

INSERT INTO search_scopes (id, scope) SELECT id, scope FROM search_scopes_source;

INSERT INTO search_index (search_index) VALUES ('rebuild');
