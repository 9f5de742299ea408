-- V4: generated from the rows; U4 takes it back.

DROP VIEW search_source;

DROP VIEW search_scopes_source;

CREATE TABLE project_files (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    path TEXT NOT NULL CHECK (length(path) BETWEEN 1 AND 2000),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    extension TEXT NOT NULL CHECK (length(extension) <= 40),
    size INTEGER NOT NULL CHECK (size >= 0),
    modified_at INTEGER NOT NULL,
    file_key TEXT CHECK (length(file_key) BETWEEN 1 AND 100),
    content_type TEXT NOT NULL CHECK (length(content_type) BETWEEN 1 AND 100),
    language TEXT CHECK (length(language) BETWEEN 1 AND 40),
    sha256 TEXT NOT NULL CHECK (length(sha256) BETWEEN 64 AND 64),
    summary TEXT CHECK (length(summary) BETWEEN 1 AND 600),
    summary_of TEXT CHECK (length(summary_of) BETWEEN 64 AND 64),
    summary_model TEXT CHECK (length(summary_model) BETWEEN 1 AND 200),
    indexed_at INTEGER NOT NULL,
    CHECK ((summary IS NULL) = (summary_of IS NULL))
) STRICT;

CREATE UNIQUE INDEX project_files_path ON project_files (project_id, path);

CREATE INDEX project_files_modified ON project_files (project_id, modified_at, id);

CREATE TABLE file_imports (
    from_file_id INTEGER NOT NULL REFERENCES project_files (id) ON DELETE CASCADE,
    target TEXT NOT NULL CHECK (length(target) BETWEEN 1 AND 500),
    to_file_id INTEGER REFERENCES project_files (id) ON DELETE SET NULL,
    PRIMARY KEY (from_file_id, target)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_imports_to_file ON file_imports (to_file_id) WHERE to_file_id IS NOT NULL;

CREATE TABLE file_selections (
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    file_id INTEGER NOT NULL REFERENCES project_files (id) ON DELETE CASCADE,
    reason TEXT CHECK (length(reason) BETWEEN 1 AND 500),
    PRIMARY KEY (user_id, file_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_selections_project ON file_selections (project_id, user_id);

CREATE INDEX file_selections_file ON file_selections (file_id);

CREATE TABLE project_folders (
    project_id INTEGER PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
    root TEXT NOT NULL CHECK (length(root) BETWEEN 1 AND 4000),
    indexed_at INTEGER
) STRICT;

CREATE TABLE prompts (
    id INTEGER PRIMARY KEY,
    project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    title_key TEXT NOT NULL,
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 100000),
    description TEXT CHECK (length(description) BETWEEN 1 AND 5000),
    labels TEXT NOT NULL CHECK (json_valid(labels)),
    metadata TEXT NOT NULL CHECK (json_valid(metadata)),
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER,
    search_beside TEXT
) STRICT;

CREATE UNIQUE INDEX prompts_live_title ON prompts (project_id, title_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX prompts_live_own_title ON prompts (owner_id, title_key) WHERE project_id IS NULL AND deleted_at IS NULL;

CREATE INDEX prompts_title ON prompts (project_id, title_key, id);

CREATE INDEX prompts_created ON prompts (project_id, created_at, id);

CREATE INDEX prompts_updated ON prompts (project_id, updated_at, id);

CREATE INDEX prompts_owner ON prompts (owner_id);

CREATE INDEX prompts_deletion ON prompts (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE TABLE summary_uses (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    estimated INTEGER NOT NULL CHECK (estimated IN (0, 1)),
    cost_micros INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX summary_uses_project ON summary_uses (project_id, created_at);

CREATE INDEX summary_uses_owner ON summary_uses (owner_id, created_at);

CREATE TABLE new_jobs (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('INDEX', 'REPLY', 'RETENTION', 'SUMMARY')),
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
    report TEXT CHECK (json_valid(report)),
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

ALTER TABLE providers ADD COLUMN input_price REAL;

ALTER TABLE providers ADD COLUMN output_price REAL;

ALTER TABLE agents ADD COLUMN input_price REAL;

ALTER TABLE agents ADD COLUMN output_price REAL;

ALTER TABLE agents ADD COLUMN tokens_per_run INTEGER CHECK (tokens_per_run BETWEEN 1 AND 1000000000);

ALTER TABLE agents ADD COLUMN cost_per_day REAL;

ALTER TABLE agent_runs ADD COLUMN claim_id INTEGER REFERENCES queue_claims (id) ON DELETE SET NULL;

ALTER TABLE agent_runs ADD COLUMN cost_micros INTEGER;

CREATE INDEX agent_runs_claim ON agent_runs (claim_id) WHERE claim_id IS NOT NULL;

CREATE VIEW search_scopes_source AS SELECT c.id, (SELECT coalesce('p' || p.project_id, 'outside') || ' message' FROM conversations p WHERE p.id = c.conversation_id) AS scope FROM messages c UNION ALL SELECT c.id, coalesce('p' || c.project_id, 'outside') || ' prompt' AS scope FROM prompts c UNION ALL SELECT c.id, 'p' || c.project_id || ' ticket' AS scope FROM tickets c UNION ALL SELECT c.id, (SELECT 'p' || p.project_id || ' comment' FROM tickets p WHERE p.id = c.ticket_id) AS scope FROM comments c UNION ALL SELECT c.id, (SELECT 'p' || p.project_id || ' task' FROM tickets p WHERE p.id = c.ticket_id) AS scope FROM tasks c;

CREATE VIEW search_source AS SELECT c.id, s.scope, '' AS title, c.content AS body, coalesce(c.search_beside, '') AS beside FROM messages c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.title AS title, c.content AS body, coalesce(c.search_beside, '') AS beside FROM prompts c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.title AS title, c.overview AS body, coalesce(c.search_beside, '') AS beside FROM tickets c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, '' AS title, c.content AS body, coalesce(c.search_beside, '') AS beside FROM comments c JOIN search_scopes s ON s.id = c.id UNION ALL SELECT c.id, s.scope, c.content AS title, coalesce(c.description, '') AS body, coalesce(c.search_beside, '') AS beside FROM tasks c JOIN search_scopes s ON s.id = c.id;

CREATE VIRTUAL TABLE project_file_words USING fts5 (
    scope, path, name, symbols, summary, contents, content = '', contentless_delete = 1,
    tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER prompts_indexed AFTER INSERT ON prompts BEGIN
    INSERT INTO search_scopes (id, scope) VALUES (new.id, coalesce('p' || new.project_id, 'outside') || ' prompt');
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, new.title, new.content, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER prompts_reindexed AFTER UPDATE OF title, content, search_beside ON prompts
WHEN old.title IS NOT new.title OR old.content IS NOT new.content OR old.search_beside IS NOT new.search_beside BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, old.title, old.content, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
    INSERT INTO search_index (rowid, scope, title, body, beside)
    SELECT new.id, s.scope, new.title, new.content, coalesce(new.search_beside, '') FROM search_scopes s WHERE s.id = new.id;
END;

CREATE TRIGGER prompts_unindexed AFTER DELETE ON prompts BEGIN
    INSERT INTO search_index (search_index, rowid, scope, title, body, beside)
    SELECT 'delete', old.id, s.scope, old.title, old.content, coalesce(old.search_beside, '') FROM search_scopes s WHERE s.id = old.id;
        DELETE FROM search_scopes WHERE id = old.id;
END;

CREATE TRIGGER project_file_words_removed AFTER DELETE ON project_files BEGIN
    DELETE FROM project_file_words WHERE rowid = old.id;
END;

DELETE FROM search_scopes;

INSERT INTO search_scopes (id, scope) SELECT id, scope FROM search_scopes_source;

INSERT INTO search_index (search_index) VALUES ('rebuild');
