-- V2: generated from the rows; U2 takes it back.

CREATE TABLE import_stagings (
    id bigint PRIMARY KEY,
    project_id bigint NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    open_id bigint NOT NULL,
    other_id bigint NOT NULL,
    held_id bigint NOT NULL,
    committed boolean NOT NULL,
    beat_at timestamptz NOT NULL
);

CREATE INDEX import_stagings_project ON import_stagings (project_id);

ALTER TABLE aliases ADD COLUMN seen json;
