-- V2: generated from the rows; U2 takes it back.

CREATE TABLE project_members (
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role text COLLATE "C" NOT NULL CHECK (role IN ('VIEWER', 'EDITOR', 'OWNER')),
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (project_id, user_id)
);

CREATE INDEX project_members_user ON project_members (user_id, project_id);

CREATE UNIQUE INDEX project_members_owner ON project_members (project_id) WHERE role = 'OWNER';
