-- U4: takes back V4.

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
