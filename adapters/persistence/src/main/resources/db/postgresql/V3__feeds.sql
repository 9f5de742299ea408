-- V3: generated from the rows; U3 takes it back.

ALTER TABLE queues ADD COLUMN feeds json;
