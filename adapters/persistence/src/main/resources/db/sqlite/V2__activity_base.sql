-- V2: generated from the rows; U2 takes it back.

CREATE TABLE activity_base (
    id INTEGER PRIMARY KEY,
    base INTEGER NOT NULL,
    CHECK (id = 1)
) STRICT;
