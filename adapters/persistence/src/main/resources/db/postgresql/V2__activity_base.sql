-- V2: generated from the rows; U2 takes it back.

CREATE TABLE activity_base (
    id bigint PRIMARY KEY,
    base bigint NOT NULL,
    CHECK (id = 1)
);
