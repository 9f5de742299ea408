-- U3: takes back V3.

ALTER TABLE messages DROP CONSTRAINT messages_parent_id_fkey;

DROP INDEX activity_conversation;

DROP INDEX conversations_project;

DROP INDEX conversations_people;

ALTER TABLE conversations DROP CONSTRAINT conversations_kind_check;

ALTER TABLE conversations DROP CONSTRAINT conversations_description_check;

ALTER TABLE conversations DROP CONSTRAINT conversations_check;

ALTER TABLE conversations DROP CONSTRAINT conversations_check1;

DROP INDEX messages_live;

DROP INDEX messages_run;

DROP INDEX messages_parent;

ALTER TABLE messages DROP CONSTRAINT messages_content_check;

ALTER TABLE messages DROP CONSTRAINT messages_model_check;

ALTER TABLE messages DROP CONSTRAINT messages_finish_reason_check;

ALTER TABLE activity DROP COLUMN conversation_id;

ALTER TABLE conversations ALTER COLUMN project_id SET NOT NULL;

ALTER TABLE conversations DROP COLUMN description;

ALTER TABLE conversations DROP COLUMN active_at;

ALTER TABLE conversations DROP COLUMN people;

ALTER TABLE messages DROP COLUMN search;

ALTER TABLE messages DROP COLUMN parent_id;

ALTER TABLE messages DROP COLUMN run_id;

ALTER TABLE messages DROP COLUMN model;

ALTER TABLE messages DROP COLUMN usage;

ALTER TABLE messages DROP COLUMN finish_reason;

ALTER TABLE messages DROP COLUMN metadata;

ALTER TABLE messages DROP COLUMN version;

ALTER TABLE messages DROP COLUMN edited_at;

ALTER TABLE messages DROP COLUMN deleted_at;

ALTER TABLE messages DROP COLUMN search_beside;

DROP TABLE jobs, participants, providers, agents, agent_runs, memories, memory_relations;

ALTER TABLE conversations ADD CHECK (kind = ANY (ARRAY['CHANNEL'::text, 'CHAT'::text]));

CREATE INDEX conversations_project ON conversations USING btree (project_id, updated_at, id);

ALTER TABLE messages ADD CHECK (length(content) >= 1 AND length(content) <= 100000);
