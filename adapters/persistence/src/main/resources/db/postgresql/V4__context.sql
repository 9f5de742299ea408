-- V4: generated from the rows; U4 takes it back.

ALTER TABLE jobs DROP CONSTRAINT jobs_kind_check;

CREATE TABLE project_files (
    id bigint PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    path text COLLATE "C" NOT NULL CHECK (length(path) BETWEEN 1 AND 2000),
    name text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    extension text COLLATE "C" NOT NULL CHECK (length(extension) <= 40),
    size bigint NOT NULL CHECK (size >= 0),
    modified_at timestamptz NOT NULL,
    file_key text COLLATE "C" CHECK (length(file_key) BETWEEN 1 AND 100),
    content_type text COLLATE "C" NOT NULL CHECK (length(content_type) BETWEEN 1 AND 100),
    language text COLLATE "C" CHECK (length(language) BETWEEN 1 AND 40),
    sha256 text COLLATE "C" NOT NULL CHECK (length(sha256) BETWEEN 64 AND 64),
    summary text COLLATE "C" CHECK (length(summary) BETWEEN 1 AND 600),
    summary_of text COLLATE "C" CHECK (length(summary_of) BETWEEN 64 AND 64),
    summary_model text COLLATE "C" CHECK (length(summary_model) BETWEEN 1 AND 200),
    indexed_at timestamptz NOT NULL,
    CHECK ((summary IS NULL) = (summary_of IS NULL))
);

CREATE UNIQUE INDEX project_files_path ON project_files (project_id, path);

CREATE INDEX project_files_modified ON project_files (project_id, modified_at, id);

CREATE TABLE file_imports (
    from_file_id bigint NOT NULL REFERENCES project_files (id) ON DELETE CASCADE,
    target text COLLATE "C" NOT NULL CHECK (length(target) BETWEEN 1 AND 500),
    to_file_id bigint REFERENCES project_files (id) ON DELETE SET NULL,
    PRIMARY KEY (from_file_id, target)
);

CREATE INDEX file_imports_to_file ON file_imports (to_file_id) WHERE to_file_id IS NOT NULL;

CREATE TABLE file_selections (
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    file_id bigint NOT NULL REFERENCES project_files (id) ON DELETE CASCADE,
    reason text COLLATE "C" CHECK (length(reason) BETWEEN 1 AND 500),
    PRIMARY KEY (user_id, file_id)
);

CREATE INDEX file_selections_project ON file_selections (project_id, user_id);

CREATE INDEX file_selections_file ON file_selections (file_id);

CREATE TABLE project_file_words (
    id bigint PRIMARY KEY REFERENCES project_files (id) ON DELETE CASCADE,
    search tsvector NOT NULL
);

CREATE INDEX project_file_words_search ON project_file_words USING gin (search);

CREATE TABLE project_folders (
    project_id bigint PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
    root text COLLATE "C" NOT NULL CHECK (length(root) BETWEEN 1 AND 4000),
    indexed_at timestamptz
);

CREATE TABLE prompts (
    id bigint PRIMARY KEY,
    project_id bigint REFERENCES projects (id) ON DELETE CASCADE,
    owner_id bigint NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    title text COLLATE "C" NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    title_key text COLLATE "C" NOT NULL,
    content text COLLATE "C" NOT NULL CHECK (length(content) BETWEEN 1 AND 100000),
    description text COLLATE "C" CHECK (length(description) BETWEEN 1 AND 5000),
    labels json NOT NULL,
    metadata json NOT NULL,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint,
    search_beside text COLLATE "C",
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace(title || ' ' || content || ' ' || coalesce(search_beside, ''), '[^a-zA-Z0-9\u0080-\U0010ffff]+', ' ', 'g'))) STORED
);

CREATE UNIQUE INDEX prompts_live_title ON prompts (project_id, title_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX prompts_live_own_title ON prompts (owner_id, title_key) WHERE project_id IS NULL AND deleted_at IS NULL;

CREATE INDEX prompts_title ON prompts (project_id, title_key, id);

CREATE INDEX prompts_created ON prompts (project_id, created_at, id);

CREATE INDEX prompts_updated ON prompts (project_id, updated_at, id);

CREATE INDEX prompts_owner ON prompts (owner_id);

CREATE INDEX prompts_deletion ON prompts (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE INDEX prompts_search ON prompts USING gin (search);

CREATE TABLE summary_uses (
    id bigint PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    owner_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    estimated boolean NOT NULL,
    cost_micros bigint,
    created_at timestamptz NOT NULL
);

CREATE INDEX summary_uses_project ON summary_uses (project_id, created_at);

CREATE INDEX summary_uses_owner ON summary_uses (owner_id, created_at);

ALTER TABLE jobs ADD COLUMN report json;

ALTER TABLE providers ADD COLUMN input_price double precision;

ALTER TABLE providers ADD COLUMN output_price double precision;

ALTER TABLE agents ADD COLUMN input_price double precision;

ALTER TABLE agents ADD COLUMN output_price double precision;

ALTER TABLE agents ADD COLUMN tokens_per_run integer;

ALTER TABLE agents ADD COLUMN cost_per_day double precision;

ALTER TABLE agent_runs ADD COLUMN claim_id bigint;

ALTER TABLE agent_runs ADD COLUMN cost_micros bigint;

ALTER TABLE jobs ADD CHECK (kind = ANY (ARRAY['INDEX'::text, 'REPLY'::text, 'RETENTION'::text, 'SUMMARY'::text]));

ALTER TABLE agents ADD CHECK (tokens_per_run >= 1 AND tokens_per_run <= 1000000000);

CREATE INDEX agent_runs_claim ON agent_runs (claim_id) WHERE claim_id IS NOT NULL;

ALTER TABLE agent_runs ADD FOREIGN KEY (claim_id) REFERENCES queue_claims(id) ON DELETE SET NULL;
