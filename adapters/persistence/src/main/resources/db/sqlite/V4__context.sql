-- V4: generated from the rows; U4 takes it back.

ALTER TABLE providers ADD COLUMN input_price REAL;

ALTER TABLE providers ADD COLUMN output_price REAL;

ALTER TABLE agents ADD COLUMN input_price REAL;

ALTER TABLE agents ADD COLUMN output_price REAL;

ALTER TABLE agents ADD COLUMN tokens_per_run INTEGER CHECK (tokens_per_run BETWEEN 1 AND 1000000000);

ALTER TABLE agents ADD COLUMN cost_per_day REAL;

ALTER TABLE agent_runs ADD COLUMN claim_id INTEGER REFERENCES queue_claims (id) ON DELETE SET NULL;

ALTER TABLE agent_runs ADD COLUMN cost_micros INTEGER;

CREATE INDEX agent_runs_claim ON agent_runs (claim_id) WHERE claim_id IS NOT NULL;
