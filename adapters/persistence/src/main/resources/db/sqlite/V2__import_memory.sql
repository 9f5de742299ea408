-- V2: generated from the rows; U2 takes it back.

CREATE TABLE import_stagings (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    open_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    held_id INTEGER NOT NULL,
    committed INTEGER NOT NULL CHECK (committed IN (0, 1)),
    beat_at INTEGER NOT NULL
) STRICT;

CREATE INDEX import_stagings_project ON import_stagings (project_id);

ALTER TABLE aliases ADD COLUMN seen TEXT CHECK (json_valid(seen));
