-- V3: generated from the rows; U3 takes it back.

DROP VIEW search_source;

DROP VIEW search_scopes_source;

CREATE TABLE participants (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    joined_at INTEGER NOT NULL,
    left_at INTEGER,
    last_read_seq INTEGER NOT NULL CHECK (last_read_seq >= 0),
    PRIMARY KEY (conversation_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX participants_user ON participants (user_id, conversation_id);

ALTER TABLE activity ADD COLUMN conversation_id INTEGER;

CREATE INDEX activity_conversation ON activity (conversation_id, seq) WHERE conversation_id IS NOT NULL;

CREATE TABLE new_conversations (
    id INTEGER PRIMARY KEY,
    project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('CHANNEL', 'CHAT', 'DIRECT')),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    title_key TEXT NOT NULL,
    description TEXT CHECK (length(description) BETWEEN 1 AND 5000),
    purpose TEXT NOT NULL CHECK (purpose IN ('GENERAL', 'INTAKE')),
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    next_seq INTEGER NOT NULL CHECK (next_seq >= 1),
    last_message_at INTEGER,
    active_at INTEGER NOT NULL,
    people TEXT,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER,
    CHECK (project_id IS NOT NULL OR kind <> 'CHANNEL'),
    CHECK (project_id IS NULL OR kind <> 'DIRECT')
) STRICT;

INSERT INTO new_conversations (id, project_id, owner_id, kind, title, title_key, purpose, is_default, next_seq, last_message_at, active_at, version, created_at, updated_at, archived_at, deleted_at, deletion_id)
SELECT id, project_id, owner_id, kind, title, title_key, purpose, is_default, next_seq, last_message_at, coalesce(last_message_at, created_at), version, created_at, updated_at, archived_at, deleted_at, deletion_id
  FROM conversations;

DROP TABLE conversations;

ALTER TABLE new_conversations RENAME TO conversations;

CREATE INDEX conversations_project ON conversations (project_id, active_at, id);

CREATE UNIQUE INDEX conversations_live_channel ON conversations (project_id, title_key) WHERE kind = 'CHANNEL' AND deleted_at IS NULL;

CREATE UNIQUE INDEX conversations_default ON conversations (project_id) WHERE is_default;

CREATE UNIQUE INDEX conversations_people ON conversations (people) WHERE people IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX conversations_deletion ON conversations (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX conversations_owner ON conversations (owner_id);

CREATE TABLE new_messages (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    author_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    author_name TEXT CHECK (length(author_name) BETWEEN 1 AND 100),
    role TEXT NOT NULL CHECK (role IN ('USER', 'ASSISTANT', 'SYSTEM', 'TOOL')),
    content TEXT NOT NULL CHECK (length(content) <= 100000),
    parent_id INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    run_id INTEGER,
    model TEXT CHECK (length(model) BETWEEN 1 AND 200),
    usage TEXT CHECK (json_valid(usage)),
    finish_reason TEXT CHECK (finish_reason IN ('STOP', 'LENGTH', 'TOOL', 'CANCELLED', 'CUT', 'FAILED')),
    metadata TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metadata)),
    version INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    edited_at INTEGER,
    deleted_at INTEGER,
    search_beside TEXT
) STRICT;

INSERT INTO new_messages (id, conversation_id, seq, author_id, author_name, role, content, created_at)
SELECT id, conversation_id, seq, author_id, author_name, role, content, created_at
  FROM messages;

DROP TABLE messages;

ALTER TABLE new_messages RENAME TO messages;

CREATE UNIQUE INDEX messages_seq ON messages (conversation_id, seq);

CREATE INDEX messages_live ON messages (conversation_id, seq, author_id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX messages_run ON messages (run_id) WHERE run_id IS NOT NULL;

CREATE INDEX messages_author ON messages (author_id) WHERE author_id IS NOT NULL;

CREATE INDEX messages_parent ON messages (parent_id) WHERE parent_id IS NOT NULL;

CREATE VIEW search_scopes_source AS SELECT c.id, (SELECT coalesce('p' || p.project_id, 'outside') || ' message' FROM conversations p WHERE p.id = c.conversation_id) AS scope FROM messages c UNION ALL SELECT c.id, 'p' || c.project_id || ' ticket' AS scope FROM tickets c UNION ALL SELECT c.id, (SELECT 'p' || p.project_id || ' comment' FROM tickets p WHERE p.id = c.ticket_id) AS scope FROM comments c UNION ALL SELECT c.id, (SELECT 'p' || p.project_id || ' task' FROM tickets p WHERE p.id = c.ticket_id) AS scope FROM tasks c;

CREATE VIEW search_source AS SELECT c.id, s.scope, '' AS title, c.content AS body, coalesce(c.search_beside, '') AS beside FROM messages c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.title AS title, c.overview AS body, coalesce(c.search_beside, '') AS beside FROM tickets c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, '' AS title, c.content AS body, coalesce(c.search_beside, '') AS beside FROM comments c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.content AS title, coalesce(c.description, '') AS body, coalesce(c.search_beside, '') AS beside FROM tasks c JOIN search_scopes s ON s.id = c.id;

CREATE TRIGGER messages_indexed AFTER INSERT ON messages BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, (SELECT coalesce('p' || p.project_id, 'outside') || ' message' FROM conversations p WHERE p.id = new.conversation_id));
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, '', new.content, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER messages_reindexed AFTER UPDATE OF content, search_beside ON messages
WHEN old.content IS NOT new.content OR old.search_beside IS NOT new.search_beside BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, '', old.content, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, '', new.content, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER messages_unindexed AFTER DELETE ON messages BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, '', old.content, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

DELETE FROM search_scopes;

INSERT INTO search_scopes (id, scope) SELECT id, scope FROM search_scopes_source;

INSERT INTO search_index (search_index) VALUES ('rebuild');
