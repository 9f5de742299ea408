-- V2: generated from the rows; U2 takes it back.

CREATE TABLE artifacts (
    id bigint PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    type text COLLATE "C" NOT NULL CHECK (type IN ('CONTEXT_DIAGRAM', 'USE_CASE_DIAGRAM', 'CLASS_DIAGRAM', 'REQUIREMENTS', 'DOCUMENT')),
    title text COLLATE "C" NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    format text COLLATE "C" NOT NULL CHECK (format IN ('TEXT', 'MARKDOWN', 'MERMAID', 'JSON')),
    status text COLLATE "C" NOT NULL CHECK (status IN ('DRAFT', 'VALIDATED', 'EXPORTED')),
    revision integer NOT NULL CHECK (revision >= 1),
    sha256 text COLLATE "C" NOT NULL CHECK (length(sha256) BETWEEN 64 AND 64),
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    archived_at timestamptz,
    deleted_at timestamptz,
    deletion_id bigint
);

CREATE INDEX artifacts_created ON artifacts (project_id, created_at, id);

CREATE INDEX artifacts_updated ON artifacts (project_id, updated_at, id);

CREATE INDEX artifacts_deletion ON artifacts (deletion_id) WHERE deletion_id IS NOT NULL;

CREATE TABLE artifact_revisions (
    id bigint PRIMARY KEY,
    artifact_id bigint NOT NULL REFERENCES artifacts (id) ON DELETE CASCADE,
    revision integer NOT NULL CHECK (revision >= 1),
    sha256 text COLLATE "C" NOT NULL CHECK (length(sha256) BETWEEN 64 AND 64),
    author_id bigint REFERENCES users (id) ON DELETE SET NULL,
    author_name text COLLATE "C" NOT NULL CHECK (length(author_name) BETWEEN 1 AND 100),
    created_at timestamptz NOT NULL,
    content text COLLATE "C" NOT NULL CHECK (length(content) BETWEEN 1 AND 1048576)
);

CREATE UNIQUE INDEX artifact_revisions_number ON artifact_revisions (artifact_id, revision);

CREATE INDEX artifact_revisions_author ON artifact_revisions (author_id) WHERE author_id IS NOT NULL;

CREATE TABLE collected_data (
    project_id bigint PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
    data json NOT NULL,
    report json
);

ALTER TABLE projects ADD COLUMN completeness integer DEFAULT 0 NOT NULL;

ALTER TABLE projects ADD COLUMN validation_score integer DEFAULT 0 NOT NULL;

ALTER TABLE projects ADD COLUMN validated_at timestamp with time zone;

ALTER TABLE projects ADD COLUMN validation_stale boolean DEFAULT false NOT NULL;

ALTER TABLE activity ADD COLUMN before json;

ALTER TABLE activity ADD COLUMN after json;

ALTER TABLE projects ADD CHECK (completeness >= 0 AND completeness <= 100);

ALTER TABLE projects ADD CHECK (validation_score >= 0 AND validation_score <= 100);

CREATE INDEX projects_score ON projects (validation_score, id);
