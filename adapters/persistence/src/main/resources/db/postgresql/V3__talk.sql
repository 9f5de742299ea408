-- V3: generated from the rows; U3 takes it back.

CREATE TABLE providers (
    id bigint PRIMARY KEY,
    owner_id bigint NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    name text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL CHECK (type IN ('OPENAI', 'ANTHROPIC', 'GOOGLE', 'DEEPSEEK', 'OLLAMA', 'CUSTOM')),
    base_url text COLLATE "C" CHECK (length(base_url) BETWEEN 1 AND 1000),
    default_model text COLLATE "C" NOT NULL CHECK (length(default_model) BETWEEN 1 AND 200),
    secret_env text COLLATE "C" CHECK (length(secret_env) BETWEEN 1 AND 100),
    secret text COLLATE "C" CHECK (length(secret) BETWEEN 1 AND 12000),
    key_hint text COLLATE "C" CHECK (length(key_hint) BETWEEN 1 AND 10),
    is_default boolean NOT NULL,
    deactivated_at timestamptz,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint
);

CREATE UNIQUE INDEX providers_name ON providers (owner_id, name_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX providers_default ON providers (owner_id) WHERE is_default = TRUE AND deactivated_at IS NULL AND deleted_at IS NULL;

CREATE INDEX providers_created ON providers (owner_id, created_at, id);

CREATE INDEX providers_updated ON providers (owner_id, updated_at, id);
