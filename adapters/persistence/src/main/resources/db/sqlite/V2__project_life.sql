-- V2: generated from the rows; U2 takes it back.

CREATE TABLE artifacts (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    type TEXT NOT NULL CHECK (type IN ('CONTEXT_DIAGRAM', 'USE_CASE_DIAGRAM', 'CLASS_DIAGRAM', 'REQUIREMENTS', 'DOCUMENT')),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    format TEXT NOT NULL CHECK (format IN ('TEXT', 'MARKDOWN', 'MERMAID', 'JSON')),
    status TEXT NOT NULL CHECK (status IN ('DRAFT', 'VALIDATED', 'EXPORTED')),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    sha256 TEXT NOT NULL CHECK (length(sha256) BETWEEN 64 AND 64),
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER
) STRICT;

CREATE INDEX artifacts_created ON artifacts (project_id, created_at, id);

CREATE INDEX artifacts_updated ON artifacts (project_id, updated_at, id);

CREATE INDEX artifacts_deletion ON artifacts (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE TABLE artifact_revisions (
    id INTEGER PRIMARY KEY,
    artifact_id INTEGER NOT NULL REFERENCES artifacts (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    sha256 TEXT NOT NULL CHECK (length(sha256) BETWEEN 64 AND 64),
    author_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    author_name TEXT NOT NULL CHECK (length(author_name) BETWEEN 1 AND 100),
    created_at INTEGER NOT NULL,
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 1048576)
) STRICT;

CREATE UNIQUE INDEX artifact_revisions_number ON artifact_revisions (artifact_id, revision);

CREATE INDEX artifact_revisions_author ON artifact_revisions (author_id) WHERE author_id IS NOT NULL;

CREATE TABLE collected_data (
    project_id INTEGER PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
    data TEXT NOT NULL CHECK (json_valid(data)),
    report TEXT CHECK (json_valid(report))
) STRICT;

ALTER TABLE projects ADD COLUMN completeness INTEGER NOT NULL DEFAULT 0 CHECK (completeness BETWEEN 0 AND 100);

ALTER TABLE projects ADD COLUMN validation_score INTEGER NOT NULL DEFAULT 0 CHECK (validation_score BETWEEN 0 AND 100);

ALTER TABLE projects ADD COLUMN validated_at INTEGER;

ALTER TABLE projects ADD COLUMN validation_stale INTEGER NOT NULL DEFAULT false CHECK (validation_stale IN (0, 1));

CREATE INDEX projects_score ON projects (validation_score, id);

ALTER TABLE activity ADD COLUMN before TEXT CHECK (json_valid(before));

ALTER TABLE activity ADD COLUMN after TEXT CHECK (json_valid(after));
