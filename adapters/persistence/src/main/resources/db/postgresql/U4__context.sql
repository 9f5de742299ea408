-- U4: takes back V4.

ALTER TABLE agent_runs DROP CONSTRAINT agent_runs_claim_id_fkey;

ALTER TABLE jobs DROP CONSTRAINT jobs_kind_check;

ALTER TABLE agents DROP CONSTRAINT agents_tokens_per_run_check;

DROP INDEX agent_runs_claim;

ALTER TABLE jobs DROP COLUMN report;

ALTER TABLE providers DROP COLUMN input_price;

ALTER TABLE providers DROP COLUMN output_price;

ALTER TABLE agents DROP COLUMN input_price;

ALTER TABLE agents DROP COLUMN output_price;

ALTER TABLE agents DROP COLUMN tokens_per_run;

ALTER TABLE agents DROP COLUMN cost_per_day;

ALTER TABLE agent_runs DROP COLUMN claim_id;

ALTER TABLE agent_runs DROP COLUMN cost_micros;

DROP TABLE project_files, file_imports, file_selections, project_file_words, project_folders, prompts, summary_uses;

ALTER TABLE jobs ADD CHECK (kind = ANY (ARRAY['REPLY'::text, 'RETENTION'::text]));
