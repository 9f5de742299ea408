-- U4: takes back V4.

ALTER TABLE agent_runs DROP CONSTRAINT agent_runs_claim_id_fkey;

ALTER TABLE agents DROP CONSTRAINT agents_tokens_per_run_check;

DROP INDEX agent_runs_claim;

ALTER TABLE providers DROP COLUMN input_price;

ALTER TABLE providers DROP COLUMN output_price;

ALTER TABLE agents DROP COLUMN input_price;

ALTER TABLE agents DROP COLUMN output_price;

ALTER TABLE agents DROP COLUMN tokens_per_run;

ALTER TABLE agents DROP COLUMN cost_per_day;

ALTER TABLE agent_runs DROP COLUMN claim_id;

ALTER TABLE agent_runs DROP COLUMN cost_micros;
