-- V3: generated from the rows; U3 takes it back.

DROP VIEW search_source;

DROP VIEW search_scopes_source;

CREATE TABLE jobs (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('REPLY', 'RETENTION')),
    subject_id INTEGER NOT NULL,
    lane_id INTEGER,
    status TEXT NOT NULL CHECK (status IN ('READY', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 9),
    run_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts BETWEEN 0 AND 100),
    max_attempts INTEGER NOT NULL CHECK (max_attempts BETWEEN 1 AND 100),
    token INTEGER NOT NULL CHECK (token >= 0),
    lease_until INTEGER,
    last_error TEXT CHECK (length(last_error) BETWEEN 1 AND 1000),
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    CHECK (status <> 'RUNNING' OR lease_until IS NOT NULL),
    CHECK (status <> 'FAILED' OR last_error IS NOT NULL),
    CHECK ((status IN ('READY', 'RUNNING')) = (finished_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX jobs_live ON jobs (kind, subject_id) WHERE status IN ('READY', 'RUNNING');

CREATE INDEX jobs_due ON jobs (priority DESC, run_at, id) WHERE status IN ('READY', 'RUNNING');

CREATE INDEX jobs_ready ON jobs (run_at) WHERE status = 'READY';

CREATE INDEX jobs_lease ON jobs (lease_until) WHERE status = 'RUNNING';

CREATE INDEX jobs_lane ON jobs (lane_id, lease_until) WHERE status = 'RUNNING';

CREATE INDEX jobs_ended ON jobs (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE participants (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    joined_at INTEGER NOT NULL,
    left_at INTEGER,
    last_read_seq INTEGER NOT NULL CHECK (last_read_seq >= 0),
    PRIMARY KEY (conversation_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX participants_user ON participants (user_id, conversation_id);

CREATE TABLE providers (
    id INTEGER PRIMARY KEY,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('OPENAI', 'ANTHROPIC', 'GOOGLE', 'DEEPSEEK', 'OLLAMA', 'CUSTOM')),
    base_url TEXT CHECK (length(base_url) BETWEEN 1 AND 1000),
    default_model TEXT NOT NULL CHECK (length(default_model) BETWEEN 1 AND 200),
    secret_env TEXT CHECK (length(secret_env) BETWEEN 1 AND 100),
    secret TEXT CHECK (length(secret) BETWEEN 1 AND 12000),
    key_hint TEXT CHECK (length(key_hint) BETWEEN 1 AND 10),
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    deactivated_at INTEGER,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

CREATE UNIQUE INDEX providers_name ON providers (owner_id, name_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX providers_default ON providers (owner_id) WHERE is_default = TRUE AND deactivated_at IS NULL AND deleted_at IS NULL;

CREATE INDEX providers_created ON providers (owner_id, created_at, id);

CREATE INDEX providers_updated ON providers (owner_id, updated_at, id);

CREATE TABLE agents (
    id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    role TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 100),
    goal TEXT NOT NULL CHECK (length(goal) <= 5000),
    backstory TEXT NOT NULL CHECK (length(backstory) <= 10000),
    instructions TEXT CHECK (length(instructions) BETWEEN 1 AND 50000),
    provider_id INTEGER REFERENCES providers (id) ON DELETE RESTRICT,
    model TEXT CHECK (length(model) BETWEEN 1 AND 200),
    temperature REAL,
    max_tokens INTEGER CHECK (max_tokens BETWEEN 1 AND 1000000),
    top_p REAL,
    configuration TEXT NOT NULL CHECK (json_valid(configuration)),
    scopes TEXT NOT NULL CHECK (json_valid(scopes)),
    tokens_per_day INTEGER CHECK (tokens_per_day BETWEEN 1 AND 1000000000),
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

CREATE INDEX agents_created ON agents (owner_id, created_at, id);

CREATE INDEX agents_provider ON agents (provider_id) WHERE provider_id IS NOT NULL;

CREATE TABLE agent_runs (
    id INTEGER PRIMARY KEY,
    agent_id INTEGER NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE,
    trigger_id INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    depth INTEGER NOT NULL CHECK (depth BETWEEN 0 AND 4),
    status TEXT NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    attempt INTEGER NOT NULL CHECK (attempt BETWEEN 0 AND 100),
    transcript TEXT NOT NULL CHECK (json_valid(transcript)),
    input_tokens INTEGER,
    output_tokens INTEGER,
    estimated INTEGER NOT NULL CHECK (estimated IN (0, 1)),
    model TEXT CHECK (length(model) BETWEEN 1 AND 200),
    finish_reason TEXT CHECK (finish_reason IN ('STOP', 'LENGTH', 'TOOL', 'CANCELLED', 'CUT', 'FAILED')),
    error_code TEXT CHECK (length(error_code) BETWEEN 1 AND 60),
    error TEXT CHECK (length(error) BETWEEN 1 AND 1000),
    message_id INTEGER,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    finished_at INTEGER,
    CHECK ((status IN ('QUEUED', 'RUNNING')) = (finished_at IS NULL)),
    CHECK (status <> 'FAILED' OR error IS NOT NULL)
) STRICT;

CREATE INDEX agent_runs_conversation ON agent_runs (conversation_id, created_at, id);

CREATE INDEX agent_runs_agent ON agent_runs (agent_id, created_at, id);

CREATE INDEX agent_runs_owner ON agent_runs (owner_id, created_at, id);

CREATE INDEX agent_runs_project ON agent_runs (project_id, created_at, id) WHERE project_id IS NOT NULL;

CREATE INDEX agent_runs_live ON agent_runs (agent_id, status) WHERE finished_at IS NULL;

CREATE INDEX agent_runs_trigger ON agent_runs (trigger_id) WHERE trigger_id IS NOT NULL;

CREATE TABLE memories (
    id INTEGER PRIMARY KEY,
    agent_id INTEGER REFERENCES agents (id) ON DELETE CASCADE,
    project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE,
    conversation_id INTEGER REFERENCES conversations (id) ON DELETE SET NULL,
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 10000),
    summary TEXT CHECK (length(summary) BETWEEN 1 AND 500),
    type TEXT NOT NULL CHECK (type IN ('CONVERSATION', 'PREFERENCE', 'LEARNING', 'CONTEXT', 'FACT')),
    importance TEXT NOT NULL CHECK (importance IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    score REAL NOT NULL,
    keywords TEXT NOT NULL CHECK (json_valid(keywords)),
    access_count INTEGER NOT NULL CHECK (access_count >= 0),
    last_accessed_at INTEGER,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER,
    CHECK ((agent_id IS NULL) <> (project_id IS NULL)),
    CHECK (score >= 0 AND score <= 1)
) STRICT;

CREATE INDEX memories_agent ON memories (agent_id, created_at, id) WHERE agent_id IS NOT NULL;

CREATE INDEX memories_project ON memories (project_id, created_at, id) WHERE project_id IS NOT NULL;

CREATE INDEX memories_conversation ON memories (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE memory_relations (
    id INTEGER PRIMARY KEY,
    from_id INTEGER NOT NULL REFERENCES memories (id) ON DELETE CASCADE,
    to_id INTEGER NOT NULL REFERENCES memories (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('SUPPORTS', 'CONTRADICTS', 'REFINES'))
) STRICT;

CREATE UNIQUE INDEX memory_relations_pair ON memory_relations (from_id, to_id);

CREATE INDEX memory_relations_to ON memory_relations (to_id);

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
