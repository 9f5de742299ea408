-- V4: generated from the rows; U4 takes it back.

ALTER TABLE providers ADD COLUMN input_price double precision;

ALTER TABLE providers ADD COLUMN output_price double precision;

ALTER TABLE agents ADD COLUMN input_price double precision;

ALTER TABLE agents ADD COLUMN output_price double precision;

ALTER TABLE agents ADD COLUMN tokens_per_run integer;

ALTER TABLE agents ADD COLUMN cost_per_day double precision;

ALTER TABLE agent_runs ADD COLUMN claim_id bigint;

ALTER TABLE agent_runs ADD COLUMN cost_micros bigint;

ALTER TABLE agents ADD CHECK (tokens_per_run >= 1 AND tokens_per_run <= 1000000000);

CREATE INDEX agent_runs_claim ON agent_runs (claim_id) WHERE claim_id IS NOT NULL;

ALTER TABLE agent_runs ADD FOREIGN KEY (claim_id) REFERENCES queue_claims(id) ON DELETE SET NULL;
