-- U2: takes back V2.

CREATE TABLE new_projects (
    id INTEGER PRIMARY KEY,
    owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    key TEXT NOT NULL CHECK (length(key) BETWEEN 2 AND 10),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key TEXT NOT NULL,
    description TEXT NOT NULL CHECK (length(description) <= 5000),
    description_key TEXT NOT NULL,
    local_path TEXT CHECK (length(local_path) BETWEEN 1 AND 1000),
    local_path_key TEXT,
    git_url TEXT CHECK (length(git_url) BETWEEN 1 AND 1000),
    branch TEXT CHECK (length(branch) BETWEEN 1 AND 1000),
    status TEXT NOT NULL CHECK (status IN ('DRAFT', 'ACTIVE', 'COMPLETED')),
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    deleted_at INTEGER,
    deletion_id INTEGER,
    next_ticket_number INTEGER NOT NULL DEFAULT 1 CHECK (next_ticket_number >= 1)
) STRICT;

INSERT INTO new_projects (id, owner_id, key, name, name_key, description, description_key, local_path, local_path_key, git_url, branch, status, version, created_at, updated_at, archived_at, deleted_at, deletion_id, next_ticket_number)
SELECT id, owner_id, key, name, name_key, description, description_key, local_path, local_path_key, git_url, branch, status, version, created_at, updated_at, archived_at, deleted_at, deletion_id, next_ticket_number
  FROM projects;

DROP TABLE projects;

ALTER TABLE new_projects RENAME TO projects;

CREATE UNIQUE INDEX projects_key ON projects (key);

CREATE UNIQUE INDEX projects_live_name ON projects (owner_id, name_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX projects_live_path ON projects (local_path_key) WHERE deleted_at IS NULL;

CREATE INDEX projects_updated ON projects (updated_at, id);

CREATE INDEX projects_created ON projects (created_at, id);

CREATE INDEX projects_owner ON projects (owner_id);

CREATE TABLE new_activity (
    seq INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    actor_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    actor_name TEXT NOT NULL,
    project_id INTEGER REFERENCES projects (id) ON DELETE SET NULL,
    subject_type TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    version INTEGER,
    data TEXT NOT NULL CHECK (json_valid(data)),
    at INTEGER NOT NULL,
    CHECK (type LIKE '%_._%')
) STRICT;

INSERT INTO new_activity (seq, type, actor_id, actor_name, project_id, subject_type, subject_id, version, data, at)
SELECT seq, type, actor_id, actor_name, project_id, subject_type, subject_id, version, data, at
  FROM activity;

DROP TABLE activity;

ALTER TABLE new_activity RENAME TO activity;

CREATE INDEX activity_project ON activity (project_id, seq) WHERE project_id IS NOT NULL;

CREATE INDEX activity_actor ON activity (actor_id, seq) WHERE actor_id IS NOT NULL;

CREATE INDEX activity_subject ON activity (subject_id, seq);

DROP TABLE collected_data;

DROP TABLE artifact_revisions;

DROP TABLE artifacts;
