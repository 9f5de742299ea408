-- U2: takes back V2.

DROP INDEX projects_score;

ALTER TABLE projects DROP CONSTRAINT projects_completeness_check;

ALTER TABLE projects DROP CONSTRAINT projects_validation_score_check;

ALTER TABLE projects DROP COLUMN completeness;

ALTER TABLE projects DROP COLUMN validation_score;

ALTER TABLE projects DROP COLUMN validated_at;

ALTER TABLE projects DROP COLUMN validation_stale;

ALTER TABLE activity DROP COLUMN before;

ALTER TABLE activity DROP COLUMN after;

DROP TABLE artifacts, artifact_revisions, collected_data;
