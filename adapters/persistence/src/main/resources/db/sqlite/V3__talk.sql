-- V3: generated from the rows; U3 takes it back.

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
