-- U4: takes back V4.

DROP TRIGGER project_file_words_removed;

DROP TRIGGER prompts_unindexed;

DROP TRIGGER prompts_reindexed;

DROP TRIGGER prompts_indexed;

DROP TABLE project_file_words;

DROP VIEW search_source;

DROP VIEW search_scopes_source;

CREATE TABLE new_jobs (
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

INSERT INTO new_jobs (id, kind, subject_id, lane_id, status, priority, run_at, attempts, max_attempts, token, lease_until, last_error, created_at, finished_at)
SELECT id, kind, subject_id, lane_id, status, priority, run_at, attempts, max_attempts, token, lease_until, last_error, created_at, finished_at
  FROM jobs;

DROP TABLE jobs;

ALTER TABLE new_jobs RENAME TO jobs;

CREATE UNIQUE INDEX jobs_live ON jobs (kind, subject_id) WHERE status IN ('READY', 'RUNNING');

CREATE INDEX jobs_due ON jobs (priority DESC, run_at, id) WHERE status IN ('READY', 'RUNNING');

CREATE INDEX jobs_ready ON jobs (run_at) WHERE status = 'READY';

CREATE INDEX jobs_lease ON jobs (lease_until) WHERE status = 'RUNNING';

CREATE INDEX jobs_lane ON jobs (lane_id, lease_until) WHERE status = 'RUNNING';

CREATE INDEX jobs_ended ON jobs (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE new_providers (
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

INSERT INTO new_providers (id, owner_id, name, name_key, type, base_url, default_model, secret_env, secret, key_hint, is_default, deactivated_at, version, created_at, updated_at, archived_at, deleted_at, deletion_id)
SELECT id, owner_id, name, name_key, type, base_url, default_model, secret_env, secret, key_hint, is_default, deactivated_at, version, created_at, updated_at, archived_at, deleted_at, deletion_id
  FROM providers;

DROP TABLE providers;

ALTER TABLE new_providers RENAME TO providers;

CREATE UNIQUE INDEX providers_name ON providers (owner_id, name_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX providers_default ON providers (owner_id) WHERE is_default = TRUE AND deactivated_at IS NULL AND deleted_at IS NULL;

CREATE INDEX providers_created ON providers (owner_id, created_at, id);

CREATE INDEX providers_updated ON providers (owner_id, updated_at, id);

CREATE TABLE new_agents (
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

INSERT INTO new_agents (id, owner_id, role, goal, backstory, instructions, provider_id, model, temperature, max_tokens, top_p, configuration, scopes, tokens_per_day, version, created_at, updated_at, archived_at, deleted_at, deletion_id)
SELECT id, owner_id, role, goal, backstory, instructions, provider_id, model, temperature, max_tokens, top_p, configuration, scopes, tokens_per_day, version, created_at, updated_at, archived_at, deleted_at, deletion_id
  FROM agents;

DROP TABLE agents;

ALTER TABLE new_agents RENAME TO agents;

CREATE INDEX agents_created ON agents (owner_id, created_at, id);

CREATE INDEX agents_provider ON agents (provider_id) WHERE provider_id IS NOT NULL;

CREATE TABLE new_agent_runs (
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

INSERT INTO new_agent_runs (id, agent_id, owner_id, conversation_id, project_id, trigger_id, depth, status, attempt, transcript, input_tokens, output_tokens, estimated, model, finish_reason, error_code, error, message_id, created_at, started_at, finished_at)
SELECT id, agent_id, owner_id, conversation_id, project_id, trigger_id, depth, status, attempt, transcript, input_tokens, output_tokens, estimated, model, finish_reason, error_code, error, message_id, created_at, started_at, finished_at
  FROM agent_runs;

DROP TABLE agent_runs;

ALTER TABLE new_agent_runs RENAME TO agent_runs;

CREATE INDEX agent_runs_conversation ON agent_runs (conversation_id, created_at, id);

CREATE INDEX agent_runs_agent ON agent_runs (agent_id, created_at, id);

CREATE INDEX agent_runs_owner ON agent_runs (owner_id, created_at, id);

CREATE INDEX agent_runs_project ON agent_runs (project_id, created_at, id) WHERE project_id IS NOT NULL;

CREATE INDEX agent_runs_live ON agent_runs (agent_id, status) WHERE finished_at IS NULL;

CREATE INDEX agent_runs_trigger ON agent_runs (trigger_id) WHERE trigger_id IS NOT NULL;

DROP TABLE summary_uses;

DROP TABLE prompts;

DROP TABLE project_folders;

DROP TABLE file_selections;

DROP TABLE file_imports;

DROP TABLE project_files;

CREATE VIEW search_scopes_source AS SELECT c.id, (SELECT coalesce('p' || p.project_id, 'outside') || ' message' FROM conversations p WHERE p.id = c.conversation_id) AS scope FROM messages c UNION ALL SELECT c.id, 'p' || c.project_id || ' ticket' AS scope FROM tickets c UNION ALL SELECT c.id, (SELECT 'p' || p.project_id || ' comment' FROM tickets p WHERE p.id = c.ticket_id) AS scope FROM comments c UNION ALL SELECT c.id, (SELECT 'p' || p.project_id || ' task' FROM tickets p WHERE p.id = c.ticket_id) AS scope FROM tasks c;

CREATE VIEW search_source AS SELECT c.id, s.scope, '' AS title, c.content AS body, coalesce(c.search_beside, '') AS beside FROM messages c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.title AS title, c.overview AS body, coalesce(c.search_beside, '') AS beside FROM tickets c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, '' AS title, c.content AS body, coalesce(c.search_beside, '') AS beside FROM comments c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.content AS title, coalesce(c.description, '') AS body, coalesce(c.search_beside, '') AS beside FROM tasks c JOIN search_scopes s ON s.id = c.id;

DELETE FROM search_scopes;

INSERT INTO search_scopes (id, scope) SELECT id, scope FROM search_scopes_source;

INSERT INTO search_index (search_index) VALUES ('rebuild');
